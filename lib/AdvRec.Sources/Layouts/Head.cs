using System.Text;
using AdvRec.Data;
using Sylvan.Data.Csv;

namespace AdvRec.Sources.Layouts;

/// <summary>The beginning of a file, from which its layout is told.</summary>
internal sealed class Head
{
    private const int MostCharacters = 1 << 18, MostRows = 20;
    private readonly string _text;
    private readonly bool _isCutOff;

    private Head(string path, string? encoding, string text, bool isCutOff)
    {
        (Path, Encoding, _isCutOff) = (path, encoding, isCutOff);
        var remarks = new List<string>();
        // Matrix Market has a line of the matrix' size after its remarks.
        bool IsSize(string line) => remarks is [['%', '%', ..], ..] && remarks[^1].StartsWith('%') && !IsRemark(line);
        while (FirstLine(text) is var line && (IsRemark(line) || IsSize(line)) && line.Length < text.Length)
        {
            remarks.Add(line.TrimEnd('\r', '\n'));
            text = text[line.Length..];
        }

        (_text, Remarks) = (text, remarks);
        var lines = text.Split('\n').SelectMany(line => line.TrimEnd('\r').Split('\r')).ToList();
        if (isCutOff && lines.Count == 1)
            throw new DatasetException($"{path}:1: a first line of {MostCharacters} characters or more; this is no file of ratings.");
        if (isCutOff)
            lines.RemoveAt(lines.Count - 1);
        Lines = [.. lines.Where(line => line.Length > 0).Take(MostRows)];
    }

    public string Path { get; }

    public string? Encoding { get; }

    /// <summary>Lines before the first row that say something about the file: # or % and a text, the size in Matrix Market, or Excel's sep=;.</summary>
    public IReadOnlyList<string> Remarks { get; }

    /// <summary>What was skipped, for people.</summary>
    public IEnumerable<string> Skipped => Remarks.Count == 0 ? []
        : [$"skipped {Remarks.Count} line{(Remarks.Count == 1 ? "" : "s")} before the first row, such as '{OneLine.Of(Remarks[0])}'"];

    /// <summary>The first lines that are not empty.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <exception cref="DatasetException">It is no text.</exception>
    public static Head Of(string path, string? encoding)
    {
        try
        {
            using var source = SourceText.Open(path, encoding);
            var start = new char[MostCharacters];
            var text = new string(start, 0, source.Text.ReadBlock(start));
            if (text.Contains('\0', StringComparison.Ordinal))
            {
                throw new DatasetException(text.AsSpan(Math.Min(257, text.Length)).StartsWith("ustar")
                    ? $"{path}:1: this is a tar archive; unpack it and name the file with the ratings."
                    : $"{path}:1: there are NUL characters: either this is no text, or it is UTF-16 without its mark (--encoding utf-16).");
            }

            return new(path, encoding, text, isCutOff: text.Length == MostCharacters);
        }
        catch (DecoderFallbackException)
        {
            throw NotText(path, encoding);
        }
        catch (InvalidDataException problem)
        {
            throw Damaged(path, problem);
        }
    }

    public static DatasetException NotText(string path, string? encoding) => encoding is null && SourceText.HasNul(path)
        ? new($"{path}:1: there are NUL bytes: either this is no text, or it is UTF-16 without its mark (--encoding utf-16).")
        : encoding is null
        ? new($"{path}:{SourceText.FirstLineNotUtf8(path)}: the bytes are not UTF-8 text; save the file as UTF-8, or name its encoding: --encoding latin1.")
        : new($"{path}:1: somewhere in the file the bytes are not {encoding} text; name another --encoding, or none for UTF-8.");

    public static DatasetException Damaged(string path, InvalidDataException problem) =>
        new($"{path}:1: the archive is damaged ({problem.Message.TrimEnd('.')}); get it again.");

    /// <summary>The first rows, if a separator stands between the columns; none where the text cannot be read so.</summary>
    public List<string[]> Rows(Separator separator)
    {
        var rows = new List<string[]>();
        var isAtEnd = false;
        try
        {
            using var text = new StringReader(_text);
            using var reader = CsvDataReader.Create(separator.Prepared(text), separator.Style);
            while (rows.Count < MostRows && !(isAtEnd = !reader.Read()))
            {
                if (reader.RowFieldCount > 1 || !reader.GetFieldSpan(0).IsEmpty)
                    rows.Add([.. Enumerable.Range(0, reader.RowFieldCount).Select(reader.GetString)]);
            }
        }
        catch (Exception problem) when (problem is CsvFormatException or CsvRecordTooLargeException)
        {
            // The reading of the whole file says so with its line.
        }

        if (_isCutOff && isAtEnd && rows.Count > 1)
            rows.RemoveAt(rows.Count - 1);
        return rows;
    }

    private static string FirstLine(string text) => text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? text[..(end + 1)] : text;

    private static bool IsRemark(string line) =>
        line.StartsWith('%') || (line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.TrimEnd().Length == 5)
        || (line.StartsWith("# ", StringComparison.Ordinal) && !line.AsSpan()[2..].TrimEnd().ContainsAny('\t', ','));
}
