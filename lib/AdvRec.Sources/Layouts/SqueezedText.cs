namespace AdvRec.Sources.Layouts;

/// <summary>Text with one blank where there were several, and none where lines begin and end.</summary>
internal sealed class SqueezedText(TextReader inner) : ChangedText(inner)
{
    private bool _isLineStart = true;
    private bool _owesBlank;

    public override int Read(Span<char> buffer)
    {
        var written = 0;
        while (written < buffer.Length && (At < End || (written == 0 && Refill())))
        {
            var letter = Block[At];
            if (letter == ' ')
            {
                _owesBlank = !_isLineStart;
                At++;
                continue;
            }

            _isLineStart = letter is '\n' or '\r';
            var isBlankFirst = _owesBlank && !_isLineStart;
            _owesBlank = false;
            buffer[written++] = isBlankFirst ? ' ' : letter;
            At += isBlankFirst ? 0 : 1;
        }

        return written;
    }
}
