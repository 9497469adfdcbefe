using AdvRec.Data;
using AdvRec.Sources;
using CsCheck;

namespace AdvRec.Tests.Data.Sources;

public sealed class AnyInteractionsTests
{
    private static readonly Gen<string> Id = Gen.String[Gen.Char["abé \"',;:#\\\u2028名0123"], 1, 4].Select(id => id.Trim()).Where(id => id.Length > 0);

    private static readonly Gen<(string User, string Item, int Rating, long Timestamp)[]> Rows =
        Gen.Select(Id, Id, Gen.Int[-5, 5], Gen.Long[-100, 100]).Array[1, 40].Select(rows => rows.DistinctBy(row => (row.Item1, row.Item2)).ToArray());

    [Theory]
    [InlineData("own.tsv")]
    [InlineData("own.csv")]
    public void Any_interactions_written_prepared_and_loaded_come_back_equal(string name) => Rows.Sample(
        rows =>
        {
            using var source = new TemporaryFolder();
            using var output = new TemporaryFolder();
            source.Write(name, name == "own.tsv"
                ? "user\titem\trating\ttimestamp\n" + string.Join('\n', rows.Select(row => $"{row.User}\t{row.Item}\t{row.Rating}\t{row.Timestamp}"))
                : "user,item,rating,timestamp\n" + string.Join('\n', rows.Select(row => $"{Quoted(row.User)},{Quoted(row.Item)},{row.Rating},{row.Timestamp}")));
            var kept = rows.GroupBy(row => row.User).Where(user => user.Count() >= 2).SelectMany(user => user).ToArray();
            if (kept.Length == 0)
                return;

            Preparation.Prepare(Path.Combine(source.Path, name), output.Path);
            var data = Datasets.Load(output.Path);
            var users = UserIds(output.Path, data.UserCount);

            var items = File.ReadAllText(Path.Combine(output.Path, "item-ids.tsv")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[1]).ToArray();
            Assert.Equal(kept.Select(row => (row.User, row.Item)).Order(), Pairs(data, users, items).Order());
            for (var user = 0; user < data.UserCount; user++)
            {
                var latest = kept.Where(row => row.User == users[user]).Max(row => row.Timestamp);
                Assert.Equal(latest, kept.Single(row => row.User == users[user] && row.Item == items[data.TestItem(user)]).Timestamp);
            }
        },
        iter: 300);

    [Fact]
    public void Any_bytes_give_a_data_set_or_a_problem_with_the_file()
    {
        string[] choices = ["user,item\n", "1", "a", "\t", ",", ";", "::", "\n", "\r\n", "\r", "\"", "1\t2\t5\t1\n", "1,3,5,1\n", "\0", "é", "userId,movieId,rating,timestamp\n", "1::2::5::9\n",
            "|", " ", "\u0001", "#", "# x\n", "%%", "sep=;\n", "1 2 3 4\n", "7:\n", "8,5,2005-09-06\n", "{\"user\":\"a\",\"item\":2}\n", "{", "}", "[", ":", "2015-03-09T10:00:00Z", "1,5;9", "1.5e9", "-1", "\uFEFF"];
        var fragment = Gen.Int[0, choices.Length - 1].Select(choice => choices[choice]);
        var names = Gen.Int[0, 6].Select(at => ((string[])["ratings.dat", "u.data", "ratings.csv", "own.tsv", "own.csv", "own.json", "own.txt"])[at]);
        Gen.Select(names, fragment.Array[0, 30], Gen.Byte.Array[0, 3]).Sample(
            (name, fragments, bytes) =>
            {
                using var source = new TemporaryFolder();
                source.Write(name, [.. System.Text.Encoding.UTF8.GetBytes(string.Concat(fragments)), .. bytes]);
                try
                {
                    Preparation.Prepare(Path.Combine(source.Path, name), source.Path);
                    Datasets.Load(source.Path);
                }
                catch (DatasetException problem)
                {
                    Assert.Matches(@"(own|ratings|u)\.(tsv|csv|dat|data|json|txt)(:\d+: |: no rating is left)", problem.Message);
                }
            },
            iter: 2000);
    }

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string[] UserIds(string folder, int count)
    {
        var mapping = Path.Combine(folder, "users.tsv");
        return File.Exists(mapping)
            ? [.. File.ReadAllText(mapping).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[1])]
            : [.. Enumerable.Range(1, count).Select(user => $"{user}")];
    }

    private static IEnumerable<(string User, string Item)> Pairs(LeaveOneOutDataset data, string[] users, string[] items)
    {
        for (var user = 0; user < data.UserCount; user++)
        {
            foreach (var item in data.TrainingItems(user).ToArray().Append(data.TestItem(user)))
                yield return (users[user], items[item]);
        }
    }
}
