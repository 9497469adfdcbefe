using System.Text;
using AdvRec.Cli.Commands;

namespace AdvRec.Cli.Reports;

/// <summary>Files that are either whole or not there.</summary>
internal static class AtomicFile
{
    /// <summary>Writes beside the target and then moves into place.</summary>
    /// <exception cref="CommandException">It cannot be written to its end, for one because the disk is full.</exception>
    public static void Write(string path, string text)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            using (var writer = new StreamWriter(temporary, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
                writer.Write(text);
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var reason = exception.Message.Split(" : '")[0].TrimEnd('.');
            throw new CommandException($"{path}: cannot be written ({reason}). Make room there, or choose another folder with --output.", exception);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
