using AdvRec.Runner.Protocol;

namespace AdvRec.Runner.Display;

/// <summary>A value on the page that can be replaced by another one.</summary>
public sealed class DisplayedValue
{
    private static int _count;

    private readonly string _id = FormattableString.Invariant($"display-{Interlocked.Increment(ref _count)}");
    private readonly IReadOnlyCollection<string> _mimeTypes;

    private DisplayedValue(IReadOnlyCollection<string> mimeTypes) => _mimeTypes = mimeTypes;

    /// <summary>Where displayed values go; set once, before the first cell runs.</summary>
    internal static CellOutputs? Outputs { get; set; }

    /// <summary>Shows <paramref name="value"/> in place of what was shown before.</summary>
    /// <param name="value">The new value.</param>
    public void Update(object? value) => Outputs?.Replace(Format(value));

    internal static DisplayedValue Show(object? value, IReadOnlyCollection<string> mimeTypes)
    {
        var displayed = new DisplayedValue(mimeTypes);
        Outputs?.Show(displayed.Format(value));
        return displayed;
    }

    internal static DisplayedValue ShowText(string text, string mimeType)
    {
        var displayed = new DisplayedValue([mimeType]);
        Outputs?.Show(displayed.Output(new() { [mimeType] = text }));
        return displayed;
    }

    private CellOutput Format(object? value) => Output(OutputFormatter.Format(value, _mimeTypes));

    private CellOutput Output(Dictionary<string, string> data) => new(OutputKind.Display, data, _id);
}
