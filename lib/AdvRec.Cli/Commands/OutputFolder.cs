namespace AdvRec.Cli.Commands;

internal static class OutputFolder
{
    /// <summary>Makes the folder if it is not there, for work that is not done if it is interrupted: then a new folder goes again.</summary>
    /// <exception cref="CommandException">It cannot be made or written to.</exception>
    public static async Task<T> UseAsync<T>(string folder, Func<Task<T>> work)
    {
        var isNew = !Directory.Exists(folder);
        Prepare(folder);
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
    /// <exception cref="CommandException">It cannot be made or written to.</exception>
    public static void Prepare(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, $".{Environment.ProcessId}.tmp");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"--output {folder}: cannot write there ({exception.Message.TrimEnd('.')}). Choose another folder.", exception);
        }
    }
}
