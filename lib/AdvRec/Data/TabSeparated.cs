using System.Text;
using System.Text.Unicode;
using Sylvan.Data.Csv;

namespace AdvRec.Data;

/// <summary>Opens tab-separated UTF-8 text in which quotes, backslashes and # mean nothing special.</summary>
internal static class TabSeparated
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    public static CsvDataReader Open(string path)
    {
        var text = new StreamReader(path, StrictUtf8, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16);
        return CsvDataReader.Create(text, new CsvDataReaderOptions
        {
            HasHeaders = false,
            Delimiter = '\t',
            CsvStyle = CsvStyle.Escaped,
            Escape = '\0',
            Comment = '\0',
            BufferSize = 1 << 16,
            MaxBufferSize = 1 << 24,
        });
    }

    public static int FirstLineNotUtf8(string path)
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
