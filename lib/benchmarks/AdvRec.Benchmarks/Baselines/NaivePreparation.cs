using System.Globalization;

namespace AdvRec.Benchmarks.Baselines;

/// <summary>Splitting raw ratings as one would first write it: no checks, no filters.</summary>
internal static class NaivePreparation
{
    public const string Name = "ReadLines, Split, dictionaries, OrderBy, WriteAllLines";

    public static void Prepare(string path, string output, bool hasHeader, string separator)
    {
        var (users, items) = (new Dictionary<string, int>(), new Dictionary<string, int>());
        int Number(Dictionary<string, int> numbers, string id)
        {
            if (!numbers.TryGetValue(id, out var number))
                numbers[id] = number = numbers.Count;
            return number;
        }

        var rows = File.ReadLines(path).Skip(hasHeader ? 1 : 0).Select(line => line.Split(separator))
            .Select(fields => (User: Number(users, fields[0]), Item: Number(items, fields[1]), Rating: fields[2], Time: long.Parse(fields[3], CultureInfo.InvariantCulture)))
            .GroupBy(row => row.User).Select(user => user.OrderByDescending(row => row.Time).ThenByDescending(row => row.Item).ToList()).ToList();
        static string Text((int User, int Item, string Rating, long Time) row) => FormattableString.Invariant($"{row.User}\t{row.Item}\t{row.Rating}\t{row.Time}");
        Directory.CreateDirectory(output);
        File.WriteAllLines(Path.Combine(output, "test.tsv"), rows.Select(user => Text(user[0])));
        File.WriteAllLines(Path.Combine(output, "train.tsv"), rows.SelectMany(user => user.Skip(1)).Select(Text));
    }
}
