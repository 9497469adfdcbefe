namespace AdvRec.Sources.Layouts;

/// <summary>Text with one blank where there were several, and none where lines begin and end.</summary>
internal sealed class SqueezedText(TextReader inner) : TextReader
{
    private readonly char[] _text = new char[1 << 16];
    private int _at;
    private int _end;
    private bool _isLineStart = true;
    private bool _owesBlank;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var written = 0;
        while (written < buffer.Length && (_at < _end || (written == 0 && Refill())))
        {
            var letter = _text[_at];
            if (letter == ' ')
            {
                _owesBlank = !_isLineStart;
                _at++;
                continue;
            }

            _isLineStart = letter is '\n' or '\r';
            var isBlankFirst = _owesBlank && !_isLineStart;
            _owesBlank = false;
            buffer[written++] = isBlankFirst ? ' ' : letter;
            _at += isBlankFirst ? 0 : 1;
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
