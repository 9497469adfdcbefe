using System.Globalization;
using AdvRec.Data;
using AdvRec.Sources;
using AdvRec.Sources.Layouts;

namespace AdvRec.Tests.Data.Sources;

/// <summary>What a prepared data set holds, with the source's own ids.</summary>
internal static class PreparedRows
{
    /// <summary>Writes a file, prepares it and reads the result; nothing where too few ratings were left.</summary>
    public static List<(string User, string Item, double Rating, long Time, bool IsHeldOut)> Of(byte[] file, SourceOptions reading)
    {
        using var source = new TemporaryFolder();
        using var output = new TemporaryFolder();
        source.Write("own", file);
        try
        {
            Preparation.Prepare(Path.Combine(source.Path, "own"), output.Path, reading: reading);
        }
        catch (DatasetException problem) when (problem.Message.Contains("no rating is left", StringComparison.Ordinal))
        {
            return [];
        }

        var data = Datasets.Load(output.Path);
        var items = Ids(Path.Combine(output.Path, "item-ids.tsv"), data.ItemCount);
        var users = Ids(Path.Combine(output.Path, "users.tsv"), data.UserCount);
        return [.. ((string[])["train.tsv", "test.tsv"]).SelectMany(name => File.ReadLines(Path.Combine(output.Path, name)).Select(line => line.Split('\t')).Select(fields => (
            users[int.Parse(fields[0], CultureInfo.InvariantCulture)],
            items[int.Parse(fields[1], CultureInfo.InvariantCulture)],
            double.Parse(fields[2], CultureInfo.InvariantCulture),
            long.Parse(fields[3], CultureInfo.InvariantCulture),
            name == "test.tsv")))];
    }

    private static string[] Ids(string path, int count) => File.Exists(path)
        ? [.. File.ReadAllText(path).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[1])]
        : [.. Enumerable.Range(1, count).Select(number => $"{number}")];
}
