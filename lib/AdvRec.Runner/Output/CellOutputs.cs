using System.Text;
using AdvRec.Runner.Protocol;

namespace AdvRec.Runner.Output;

/// <summary>
/// Where everything that the running cell shows goes, in order. Console text is gathered into larger pieces,
/// but never held back for longer than <see cref="FlushInterval"/>, so that a crash loses next to nothing.
/// </summary>
internal sealed class CellOutputs : IDisposable
{
    /// <summary>What one cell may show before the rest is cut, in characters.</summary>
    public const int Limit = 10_000_000;

    private const int FlushLength = 16 * 1024;
    private static readonly TimeSpan FlushInterval = TimeSpan.FromMilliseconds(50);

    private readonly EventWriter _events;
    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private readonly HashSet<string> _shown = [];
    private readonly Timer _timer;
    private OutputKind _textKind;
    private DateTime _lastFlush;
    private int _cell;
    private long _length;
    private bool _cut;

    public CellOutputs(EventWriter events)
    {
        _events = events;
        _timer = new(_ => FlushWholeCharacters(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Begin(int cell)
    {
        lock (_lock)
        {
            FlushText();
            (_cell, _length, _cut) = (cell, 0, false);
        }
    }

    public void WriteText(OutputKind kind, ReadOnlySpan<char> text)
    {
        lock (_lock)
        {
            if (kind != _textKind)
                FlushText();
            _textKind = kind;
            // One may have stayed behind: half of a character.
            var first = _text.Length <= 1;
            var count = (int)Math.Min(text.Length, Math.Max(0, Limit - _length));
            // No half of a character.
            if (count > 0 && count < text.Length && char.IsHighSurrogate(text[count - 1]))
                count--;
            _text.Append(text[..count]);
            Count(text.Length);
            if (_text.Length >= FlushLength || DateTime.UtcNow - _lastFlush >= FlushInterval)
                FlushWholeCharacters();
            else if (first)
                _timer.Change(FlushInterval, Timeout.InfiniteTimeSpan);
        }
    }

    public void Show(CellOutput output)
    {
        lock (_lock)
        {
            FlushText();
            if (Fits(output))
                _events.Write(new OutputProduced(_cell, output));
            if (output.DisplayId is { } id)
                _shown.Add(id);
        }
    }

    /// <summary>Shows the output in place of the one of its display id; where there is none, as a new one.</summary>
    /// <remarks>There is none at the first update of a handle that Display returned: its id is not that of the value shown (a defect of the engine).</remarks>
    public void Replace(CellOutput output)
    {
        lock (_lock)
        {
            FlushText();
            if (Fits(output))
                _events.Write(_shown.Contains(output.DisplayId!) ? new OutputReplaced(output) : new OutputProduced(_cell, output));
            _shown.Add(output.DisplayId!);
        }
    }

    // A program may write the two halves of a character one after the other; apart, neither is one.
    private void FlushWholeCharacters()
    {
        lock (_lock)
        {
            char? half = _text.Length > 0 && char.IsHighSurrogate(_text[^1]) ? _text[^1] : null;
            if (half is not null)
                _text.Length--;
            FlushText();
            if (half is not null)
                _text.Append(half);
        }
    }

    public void FlushText()
    {
        lock (_lock)
        {
            if (_text.Length == 0)
                return;
            _lastFlush = DateTime.UtcNow;
            _events.Write(new OutputProduced(_cell, CellOutput.OfText(_textKind, _text.ToString())));
            _text.Clear();
        }
    }

    public void Dispose()
    {
        _timer.Dispose();
        FlushText();
    }

    // Errors are always shown: they are short, and the reason for looking.
    private bool Fits(CellOutput output) => output.Kind == OutputKind.Error || Count(output.Data.Values.Sum(data => (long)data.Length));

    private bool Count(long length)
    {
        _length += length;
        if (_length <= Limit)
            return true;
        if (!_cut)
        {
            _cut = true;
            FlushText();
            _events.Write(new OutputProduced(_cell, CellOutput.OfText(OutputKind.Note,
                "The output of this cell is longer than 10 MB; the rest is not shown.")));
        }

        return false;
    }
}
