using System.Text;

namespace AdvRec.Benchmarks.Measuring;

/// <summary>Data set folders in the temporary folder.</summary>
internal static class InteractionFiles
{
    /// <summary>Writes train.tsv and test.tsv.</summary>
    public static string Write(string name, IEnumerable<(int User, int Item)> training, IEnumerable<(int User, int Item)> test)
    {
        var folder = Path.Combine(Path.GetTempPath(), $"advrec-benchmarks-{name}-{Environment.ProcessId}");
        Directory.CreateDirectory(folder);
        WriteRows(Path.Combine(folder, "train.tsv"), training);
        WriteRows(Path.Combine(folder, "test.tsv"), test);
        return folder;
    }

    /// <summary>Reading the bytes and counting the lines: what a loader can't undercut.</summary>
    public static int CountLines(string path)
    {
        using var file = File.OpenRead(path);
        var buffer = new byte[1 << 16];
        var lines = 0;
        int read;
        while ((read = file.Read(buffer)) > 0)
            lines += buffer.AsSpan(0, read).Count((byte)'\n');
        return lines;
    }

    private static void WriteRows(string path, IEnumerable<(int User, int Item)> rows)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 20);
        foreach (var (user, item) in rows)
            file.Write(FormattableString.Invariant($"{user}\t{item}\t{1 + item % 5}\t{978300000 + (user * 7919L + item * 31L) % 40000000}\n"));
    }
}
