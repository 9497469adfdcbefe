namespace AdvRec.Data;

/// <summary>Writes text files that are either whole or not there: beside their place first, then moved.</summary>
internal static class WholeFiles
{
    private const string Prefix = ".writing-";

    /// <param name="folder">Made if missing.</param>
    /// <param name="linesByName">Lines by file name; null for a file that must not be there.</param>
    /// <param name="cancellation">Stops before anything is moved into place.</param>
    public static void Write(string folder, Dictionary<string, IEnumerable<string>?> linesByName, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(folder);
        DeleteLeftovers(folder);
        var beside = Directory.CreateDirectory(Path.Combine(folder, $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}")).FullName;
        try
        {
            foreach (var (name, lines) in linesByName)
            {
                if (lines is null)
                    continue;
                using var writer = new StreamWriter(Path.Combine(beside, name)) { NewLine = "\n" };
                foreach (var line in lines)
                {
                    cancellation.ThrowIfCancellationRequested();
                    writer.WriteLine(line);
                }
            }

            foreach (var (name, lines) in linesByName)
            {
                if (lines is null)
                    File.Delete(Path.Combine(folder, name));
                else
                    File.Move(Path.Combine(beside, name), Path.Combine(folder, name), overwrite: true);
            }
        }
        finally
        {
            Directory.Delete(beside, recursive: true);
        }
    }

    /// <summary>Removes what a process that was killed left behind.</summary>
    private static void DeleteLeftovers(string folder)
    {
        foreach (var left in Directory.GetDirectories(folder, Prefix + "*"))
        {
            if (int.TryParse(Path.GetFileName(left)[Prefix.Length..].Split('-')[0], out var process) && !IsAlive(process))
                Directory.Delete(left, recursive: true);
        }
    }

    private static bool IsAlive(int process)
    {
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(process);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
