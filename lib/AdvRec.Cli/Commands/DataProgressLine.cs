using System.Globalization;
using AdvRec.Data;

namespace AdvRec.Cli.Commands;

/// <summary>Progress for what takes longer than two seconds: one line that is overwritten on a terminal, a line now and then elsewhere.</summary>
internal sealed class DataProgressLine(TextWriter output, TimeProvider time, bool isTerminal) : IProgress<DataProgress>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly TimeSpan _pause = isTerminal ? TimeSpan.FromSeconds(0.2) : TimeSpan.FromSeconds(5);
    private readonly long _start = time.GetTimestamp();
    private long? _shown;
    private int _width;

    /// <summary>On standard error; the terminal's width is known only where standard output goes there, too.</summary>
    public static DataProgressLine OnConsole() =>
        new(Console.Error, TimeProvider.System, isTerminal: Terminal.CanOverwrite(Console.IsErrorRedirected || Console.IsOutputRedirected));

    public void Report(DataProgress value)
    {
        if (time.GetElapsedTime(_start) < Patience || (_shown is { } shown && time.GetElapsedTime(shown) < _pause))
            return;
        _shown = time.GetTimestamp();
        var line = string.Create(CultureInfo.InvariantCulture, $"{value.What}: {value.Done / 1e6:F1} MB")
            + (value.Total is > 0 and var total ? string.Create(CultureInfo.InvariantCulture, $" of {total / 1e6:F1} MB ({100 * value.Done / total} %)") : "");
        // A line that is wider than the terminal would scroll instead of being overwritten.
        if (isTerminal && Console.WindowWidth is > 1 and var places)
            line = Terminal.Fit(line, places);
        var width = Terminal.Columns(line);
        output.Write(isTerminal ? "\r" + line + new string(' ', Math.Max(0, _width - width)) : line + Environment.NewLine);
        _width = width;
    }

    /// <summary>Takes the line off the terminal.</summary>
    public void Clear()
    {
        if (isTerminal && _width > 0)
            output.Write("\r" + new string(' ', _width) + "\r");
        _width = 0;
    }

    public void Dispose() => Clear();
}
