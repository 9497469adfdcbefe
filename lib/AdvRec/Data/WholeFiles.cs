namespace AdvRec.Data;

/// <summary>Writes text files that are either whole or not there: beside their place first, then moved.</summary>
internal static class WholeFiles
{
    private const string Prefix = ".writing-";

    /// <param name="folder">Made if missing.</param>
    /// <param name="writers">What writes a file, by its name; null for a file that must not be there.</param>
    public static void Write(string folder, Dictionary<string, Action<Stream>?> writers)
    {
        Directory.CreateDirectory(folder);
        DeleteLeftovers(folder);
        var beside = Directory.CreateDirectory(Path.Combine(folder, $"{Prefix}{Environment.ProcessId}-{Guid.NewGuid():N}")).FullName;
        try
        {
            foreach (var (name, write) in writers)
            {
                if (write is null)
                    continue;
                using var file = File.Create(Path.Combine(beside, name), bufferSize: 1 << 16);
                write(file);
            }

            foreach (var (name, write) in writers)
            {
                if (write is null)
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

    /// <summary>A file of lines.</summary>
    /// <param name="lines">Its lines.</param>
    /// <param name="cancellation">Stops before the file is moved into place.</param>
    public static Action<Stream> Lines(IEnumerable<string> lines, CancellationToken cancellation = default) => file =>
    {
        using var writer = new StreamWriter(file, leaveOpen: true) { NewLine = "\n" };
        foreach (var line in lines)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.WriteLine(line);
        }
    };

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
