using System.IO.Compression;
using System.Text;
using AdvRec.Data;

namespace AdvRec.Sources.Layouts;

/// <summary>Opens a file of text, plain, in .gz or alone in a .zip, in the encoding that its mark or the user says.</summary>
internal static class SourceText
{
    public static StreamReader Open(string path, string? encoding, Watch watch = default)
    {
        var file = new WatchedFile(path, watch);
        try
        {
            return new(Unpacked(path, file), EncodingOf(encoding), detectEncodingFromByteOrderMarks: encoding is null, bufferSize: 1 << 16);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static Stream Unpacked(string path, WatchedFile file)
    {
        if (!file.CanSeek)
            throw new DatasetException($"{path}: this is a pipe or device, which cannot be read twice; save its text as a file first.");
        Span<byte> start = stackalloc byte[4];
        var count = file.ReadAtLeast(start, 4, throwOnEndOfStream: false);
        file.Position = 0;
        if (count >= 2 && start is [0x1F, 0x8B, ..])
            return new GZipStream(file, CompressionMode.Decompress);
        if (count < 4 || start is not [(byte)'P', (byte)'K', 3, 4])
            return file;
        var files = new ZipArchive(file).Entries.Where(entry => entry.Length > 0 && !entry.FullName.EndsWith('/')).ToList();
        return files is [var only]
            ? only.Open()
            : throw new DatasetException($"{path}: the archive holds {files.Count} files; unpack it and name the one with the ratings.");
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
