using System.Globalization;

namespace AdvRec.Benchmarks.Baselines;

/// <summary>Reading a ratings file as one would first write it.</summary>
internal static class NaiveLoader
{
    public const string Name = "ReadLines, Split, Parse";

    public static List<(int User, int Item, double Rating, long Timestamp)> Load(string path)
    {
        var rows = new List<(int, int, double, long)>();
        foreach (var line in File.ReadLines(path))
        {
            var fields = line.Split('\t');
            rows.Add((
                int.Parse(fields[0], CultureInfo.InvariantCulture),
                int.Parse(fields[1], CultureInfo.InvariantCulture),
                double.Parse(fields[2], CultureInfo.InvariantCulture),
                long.Parse(fields[3], CultureInfo.InvariantCulture)));
        }

        return rows;
    }
}
