namespace AdvRec.Sources.Layouts;

/// <summary>Text in which every two of a character became one mark, since the parser splits at one character: of two colons, but not of one.</summary>
internal sealed class PairedText(TextReader inner, char letter) : TextReader
{
    /// <summary>The control character that is called unit separator.</summary>
    public const char Mark = '\u001F';
    private readonly char[] _text = new char[1 << 16];
    private int _at;
    private int _end;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var written = 0;
        while (written < buffer.Length && (_at < _end || (written == 0 && Refill())))
        {
            // All up to the next of the characters is copied at once.
            var rest = _text.AsSpan(_at, Math.Min(_end - _at, buffer.Length - written));
            var plain = rest.IndexOf(letter) is var found and >= 0 ? found : rest.Length;
            rest[..plain].CopyTo(buffer[written..]);
            written += plain;
            _at += plain;
            if (plain == rest.Length)
                continue;
            _at++;
            var isPair = (_at < _end || Refill()) && _text[_at] == letter;
            buffer[written++] = isPair ? Mark : letter;
            _at += isPair ? 1 : 0;
        }

        return written;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private bool Refill()
    {
        (_at, _end) = (0, inner.Read(_text));
        return _end > 0;
    }
}
