using System.Globalization;

namespace AdvRec.Cli.Running;

/// <summary>What the engine's package restore writes into the home folder.</summary>
internal static class RestoreFolders
{
    /// <summary>One folder for each process that restores.</summary>
    public static string Projects { get; } = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".packagemanagement", "nuget", "Projects");

    /// <summary>Removes what a process left behind that was ended during a restore.</summary>
    public static void CleanUpAfter(int processId)
    {
        try
        {
            if (!Directory.Exists(Projects))
                return;
            // The engine names its folders after the process.
            foreach (var left in Directory.GetDirectories(Projects, string.Create(CultureInfo.InvariantCulture, $"{processId}--*")))
                Directory.Delete(left, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Something still holds a file: it stays where temporary files are expected to stay.
        }
    }
}
