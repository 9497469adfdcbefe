using System.IO.Compression;
using System.Text;
using AdvRec.Data;

namespace AdvRec.Sources.Layouts;

/// <summary>A file's text, plain, in .gz or alone in a .zip, in the encoding that its mark or the user says.</summary>
internal sealed class SourceText : IDisposable
{
    private const int BufferSize = 1 << 18;
    private readonly WatchedFile _file;
    private readonly long _length;

    private SourceText(WatchedFile file, long length, Stream bytes, string? encoding)
    {
        (_file, _length) = (file, length);
        Text = new StreamReader(bytes, EncodingOf(encoding), detectEncodingFromByteOrderMarks: encoding is null, BufferSize);
    }

    public TextReader Text { get; }

    /// <summary>Which part of the file has been read, about, in [0, 1].</summary>
    public double ShareRead => (double)_file.Seen / _length;

    /// <param name="path">File to open.</param>
    /// <param name="encoding">Name of its encoding, or null.</param>
    /// <param name="watch">Who is told of progress.</param>
    /// <param name="isAll">Whether all will be read, so that it is worth while to read ahead.</param>
    /// <exception cref="DatasetException">It is no text, or there is no such encoding.</exception>
    public static SourceText Open(string path, string? encoding, Watch watch = default, bool isAll = false)
    {
        var file = new WatchedFile(path, watch);
        try
        {
            // Who reads ahead closes the file at its end.
            var length = file.Length;
            var bytes = Unpacked(path, file);
            return new(file, length, isAll ? Ahead.Of(bytes) : bytes, encoding);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void Skip(int lines)
    {
        for (; lines > 0; lines--)
            Text.ReadLine();
    }

    /// <summary>The line of the first byte that is not UTF-8.</summary>
    public static int FirstLineNotUtf8(string path)
    {
        using var file = new WatchedFile(path, default);
        using var text = new StreamReader(Unpacked(path, file), Encoding.Latin1);
        var line = 1;
        for (; text.ReadLine() is { } bytes; line++)
        {
            if (!System.Text.Unicode.Utf8.IsValid(Encoding.Latin1.GetBytes(bytes)))
                break;
        }

        return line;
    }

    /// <summary>Whether there is a NUL among the first bytes.</summary>
    public static bool HasNul(string path)
    {
        using var file = new WatchedFile(path, default);
        var start = new byte[1 << 12];
        return start.AsSpan(0, Unpacked(path, file).ReadAtLeast(start, start.Length, throwOnEndOfStream: false)).Contains((byte)0);
    }

    public void Dispose()
    {
        Text.Dispose();
        _file.Dispose();
    }

    private static Stream Unpacked(string path, WatchedFile file)
    {
        if (!file.CanSeek)
            throw new DatasetException($"{path}: this is a pipe or device, which cannot be read twice; save its text as a file first.");
        Span<byte> start = stackalloc byte[16];
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        if (BinaryFiles.NameOf(start) is { } name)
            throw new DatasetException($"{path}:1: this is {name}, which is not read; save it as text, such as CSV (also in .gz), a row per rating.");
        if (start is [0x1F, 0x8B, ..])
            return new GZipStream(file, CompressionMode.Decompress);
        return start is [(byte)'P', (byte)'K', 3 or 5, 4 or 6, ..] ? OnlyFileIn(path, new(file)) : file;
    }

    private static Stream OnlyFileIn(string path, ZipArchive zip)
    {
        // What macOS adds to archives of its making.
        var files = zip.Entries.Where(entry => entry.Length > 0 && !entry.FullName.EndsWith('/') && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)).ToList();
        if (files.Any(entry => entry.FullName == "xl/workbook.xml"))
            throw new DatasetException($"{path}:1: this is an Excel workbook, which is not read; save the sheet as CSV.");
        if (files.Count == 0)
            throw new DatasetException($"{path}: there is no file with anything in it in the archive; name another.");
        return files is [var only]
            ? only.Open()
            : throw new DatasetException($"{path}: the archive holds {files.Count} files ({string.Join(", ", files.Take(5).Select(entry => entry.FullName))}{(files.Count > 5 ? ", …" : "")}); unpack it and name the one with the ratings.");
    }

    private static Encoding EncodingOf(string? name)
    {
        if (name is null)
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
        try
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            throw new DatasetException($"--encoding {name}: there is no such encoding; usual ones are utf-8, utf-16, latin1, windows-1252, shift_jis, gb18030.");
        }
    }
}
