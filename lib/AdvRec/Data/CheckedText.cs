namespace AdvRec.Data;

/// <summary>Text of a file that may hold no NUL: a parser takes one for a mark of its own, and a number's reader for nothing.</summary>
internal sealed class CheckedText(string path, TextReader inner) : PassedText(inner)
{
    private int _line = 1;

    public override int Read(Span<char> buffer)
    {
        var read = buffer[..Inner.Read(buffer)];
        if (read.IndexOf('\0') is var nul and >= 0)
            throw new DatasetException($"{path}:{_line + read[..nul].Count('\n')}: there is a NUL character; this is no text, or the file is damaged.");
        _line += read.Count('\n');
        return read.Length;
    }
}
