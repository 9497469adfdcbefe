namespace AdvRec.Cli.Commands;

internal static class OutputFolder
{
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
