using System.Text;
using AdvRec.Cli.Commands;

namespace AdvRec.Cli.Reports;

/// <summary>Files that are either whole or not there.</summary>
internal static class AtomicFile
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Writes text, piece by piece, beside the target and then moves it into place.</summary>
    /// <exception cref="CommandException">It cannot be written to its end, for one because the disk is full.</exception>
    public static void Write(string path, IEnumerable<ReadOnlyMemory<char>> text) => Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferSize, leaveOpen: true);
        foreach (var piece in text)
            writer.Write(piece.Span);
    });

    /// <summary>Writes beside the target and then moves into place.</summary>
    /// <exception cref="CommandException">It cannot be written to its end, for one because the disk is full.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var temporary = BesideOf(path, "tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, BufferSize))
                write(stream);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{path}: cannot be written ({Reason(exception)}). Make room there, or choose another folder with --output.", exception);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>A name in the same folder that no other process uses.</summary>
    public static string BesideOf(string path, string ending) => $"{path}.{Environment.ProcessId}.{ending}";

    /// <summary>What the system says, without the path, which has its place in the message.</summary>
    public static string Reason(Exception exception) => exception.Message.Split(" : '")[0].TrimEnd('.');
}
