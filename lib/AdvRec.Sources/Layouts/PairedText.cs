namespace AdvRec.Sources.Layouts;

/// <summary>Text in which every two of a character became one mark, since the parser splits at one character: of two colons, but not of one.</summary>
internal sealed class PairedText(TextReader inner, char letter) : ChangedText(inner)
{
    /// <summary>The control character that is called unit separator.</summary>
    public const char Mark = '\u001F';

    public override int Read(Span<char> buffer)
    {
        var written = 0;
        while (written < buffer.Length && (At < End || (written == 0 && Refill())))
        {
            // Pairs are so close that character by character is faster than searching.
            var rest = Block.AsSpan(At, Math.Min(End - At, buffer.Length - written));
            var plain = 0;
            while (plain < rest.Length && rest[plain] != letter)
                buffer[written++] = rest[plain++];
            At += plain;
            if (plain == rest.Length)
                continue;
            At++;
            var isPair = (At < End || Refill()) && Block[At] == letter;
            buffer[written++] = isPair ? Mark : letter;
            At += isPair ? 1 : 0;
        }

        return written;
    }
}
