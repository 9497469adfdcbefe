namespace AdvRec.Data;

/// <summary>Writes text files that are either whole or not there: beside their place first, then moved.</summary>
internal static class WholeFiles
{
    public static void Write(string folder, Dictionary<string, IEnumerable<string>> linesByName)
    {
        Directory.CreateDirectory(folder);
        var beside = Directory.CreateDirectory(Path.Combine(folder, $".writing-{Guid.NewGuid():N}")).FullName;
        try
        {
            foreach (var (name, lines) in linesByName)
            {
                using var writer = new StreamWriter(Path.Combine(beside, name)) { NewLine = "\n" };
                foreach (var line in lines)
                    writer.WriteLine(line);
            }

            foreach (var name in linesByName.Keys)
                File.Move(Path.Combine(beside, name), Path.Combine(folder, name), overwrite: true);
        }
        finally
        {
            Directory.Delete(beside, recursive: true);
        }
    }
}
