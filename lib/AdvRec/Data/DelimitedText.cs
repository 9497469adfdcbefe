using System.Text;
using System.Text.Unicode;
using Sylvan.Data.Csv;

namespace AdvRec.Data;

/// <summary>Streams rows of UTF-8 text with a delimiter; what the parser objects to becomes a complaint with file and line.</summary>
internal static class DelimitedText
{
    // A row of so many characters is no row of ratings, and one of millions of columns would take minutes.
    private const int LongestRow = 1 << 18;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>Tabs between columns, no header; quotes, backslashes and # mean nothing special.</summary>
    public static CsvDataReaderOptions Tabs => Literal('\t');

    /// <summary>Commas (or another delimiter) between columns, quotes where needed; a header is an ordinary row.</summary>
    public static CsvDataReaderOptions Quoted(char delimiter) =>
        new() { HasHeaders = false, Delimiter = delimiter, Comment = '\0', BufferSize = 1 << 16, MaxBufferSize = LongestRow };

    /// <summary>Nothing but the delimiter means anything special.</summary>
    public static CsvDataReaderOptions Literal(char delimiter) => new()
    {
        HasHeaders = false,
        Delimiter = delimiter,
        // The parser wants a quotation mark; this one is in no text that is read. Its style without one takes three times as long.
        Quote = '\0',
        Escape = '\0',
        Comment = '\0',
        BufferSize = 1 << 16,
        MaxBufferSize = LongestRow,
    };

    /// <param name="path">File to read.</param>
    /// <param name="options">How its rows are written.</param>
    /// <param name="read">Reads all rows that it wants.</param>
    /// <param name="watch">Who is told of progress.</param>
    /// <exception cref="DatasetException">There is nothing in the file, the bytes are not UTF-8, or a row cannot be told from the next.</exception>
    public static void Read(string path, CsvDataReaderOptions options, Action<CsvDataReader> read, Watch watch = default)
    {
        if (FileContent.IsMissing(path))
            throw new DatasetException($"{path}:1: the file is empty, or a pipe or device; a data set is made of files.");
        try
        {
            Read(path, () => new StreamReader(new WatchedFile(path, watch), StrictUtf8, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16), options, read);
        }
        catch (DecoderFallbackException)
        {
            throw new DatasetException($"{path}:{FirstLineNotUtf8(path)}: the bytes are not UTF-8 text; save the file as UTF-8.");
        }
    }

    /// <param name="path">File's name, for complaints.</param>
    /// <param name="open">Opens its text.</param>
    /// <param name="options">How its rows are written.</param>
    /// <param name="read">Reads all rows that it wants.</param>
    /// <exception cref="DatasetException">A row cannot be told from the next.</exception>
    /// <exception cref="DecoderFallbackException">The bytes are no text.</exception>
    public static void Read(string path, Func<TextReader> open, CsvDataReaderOptions options, Action<CsvDataReader> read)
    {
        try
        {
            using var text = new CheckedText(path, open());
            using var reader = CsvDataReader.Create(text, options);
            read(reader);
        }
        catch (CsvRecordTooLargeException problem)
        {
            throw new DatasetException($"{path}:{Math.Max(1, problem.RowNumber)}: a row of more than {LongestRow} characters; this is no file of ratings, or its line ends or quotes are broken.");
        }
        catch (CsvFormatException problem)
        {
            throw new DatasetException(
                $"{path}:{Math.Max(1, problem.RowNumber)}: a field that begins with a quotation mark does not end with one; inside quotation marks write them twice ({problem.Message.ReplaceLineEndings(" ").TrimEnd('.')}).");
        }
    }

    private static int FirstLineNotUtf8(string path)
    {
        var line = 1;
        var rest = File.ReadAllBytes(path).AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n') + 1;
            if (end == 0)
                end = rest.Length;
            if (!Utf8.IsValid(rest[..end]))
                return line;
            rest = rest[end..];
            line++;
        }

        return line;
    }
}
