using System.Globalization;

namespace AdvRec.Cli.Running;

/// <summary>What the engine's package restore writes beside the notebook.</summary>
internal static class RestoreFolders
{
    /// <summary>Removes what a process left behind that was ended during a restore.</summary>
    public static void CleanUpAfter(int processId)
    {
        // The engine names its folders after the process.
        var folder = Path.Combine(Path.GetTempPath(), "nuget");
        try
        {
            if (!Directory.Exists(folder))
                return;
            foreach (var left in Directory.GetDirectories(folder, string.Create(CultureInfo.InvariantCulture, $"{processId}--*")))
                Directory.Delete(left, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Something still holds a file: it stays where temporary files are expected to stay.
        }
    }
}
