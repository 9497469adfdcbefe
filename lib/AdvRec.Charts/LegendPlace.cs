using static AdvRec.Charts.Look;

namespace AdvRec.Charts;

/// <summary>The legend above a figure: in one row where the page is wide enough for it, in as many as a phone needs where it is not.</summary>
internal sealed class LegendPlace
{
    private const int NameCharacters = 36;
    private const int SymbolPixels = 46;
    private const double CharacterPixels = 6.8;
    private const int PhonePixels = 290;
    private const int EntryPixels = 5;

    private readonly IReadOnlyList<IReadOnlyList<string>> _names;

    public LegendPlace(IEnumerable<string> names)
    {
        _names = [.. names.Select(name => PlotlyText.Wrap(name, NameCharacters))];
        Names = [.. _names.Select(PlotlyText.Lines)];
    }

    /// <summary>Names as plotly.js takes them.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Width from which one row is enough.</summary>
    public int OneRowPixels => Math.Max(480, (int)_names.Sum(EntryWidth));

    /// <summary>Height of that row.</summary>
    public int OneRowHeight => _names.Max(EntryHeight);

    /// <summary>Height on a phone.</summary>
    public int PhoneHeight
    {
        get
        {
            var columns = Math.Max(1, (int)(PhonePixels / _names.Max(EntryWidth)));
            return _names.Chunk(columns).Sum(row => row.Max(EntryHeight));
        }
    }

    private static double EntryWidth(IReadOnlyList<string> name) => SymbolPixels + CharacterPixels * name.Max(line => line.Length);

    private static int EntryHeight(IReadOnlyList<string> name) => name.Count * LinePixels + EntryPixels;
}
