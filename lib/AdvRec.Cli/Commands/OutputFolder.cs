using System.Text;
using AdvRec.Data;

namespace AdvRec.Cli.Commands;

internal static class OutputFolder
{
    /// <summary>Makes the folder if it is not there, for work that is not done if it is interrupted: then a new folder goes again.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="names">Files that will be written.</param>
    /// <param name="work">Writes them.</param>
    /// <exception cref="CommandException">It cannot be made, or not all of these files can be written.</exception>
    public static async Task<T> UseAsync<T>(string folder, IEnumerable<string> names, Func<Task<T>> work)
    {
        var isNew = !Directory.Exists(folder);
        Prepare(folder, [.. names]);
        try
        {
            return await work();
        }
        catch (OperationCanceledException) when (isNew && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
            throw;
        }
    }

    /// <summary>Makes the folder and tries to write to it, before minutes of work go into what cannot be kept.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="names">Files that will be written.</param>
    /// <exception cref="CommandException">It cannot be made, or not all of these files can be written.</exception>
    public static void Prepare(string folder, IReadOnlyCollection<string> names)
    {
        if (names.FirstOrDefault(name => Directory.Exists(Path.Combine(folder, name))) is { } taken)
            throw new CommandException($"--output: {Path.Combine(folder, taken)} is a folder, and a file of that name is to be written. Choose another name.");
        var isNew = !Directory.Exists(folder);
        try
        {
            // The longest name is the one that may be too long.
            WholeFiles.Try(folder, names.MaxBy(Encoding.UTF8.GetByteCount)!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (isNew && Directory.Exists(folder))
                Directory.Delete(folder);
            var (reason, advice) = exception is PathTooLongException
                ? ("the path, or the name of a notebook, is too long", "Give it a shorter name, or choose a folder with a shorter path.")
                : (exception.Message.TrimEnd('.'), "Choose another folder.");
            throw new CommandException($"--output {folder}: cannot write there ({reason}). {advice}", exception);
        }
    }
}
