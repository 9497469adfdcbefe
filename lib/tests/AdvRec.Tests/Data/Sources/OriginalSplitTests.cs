using System.Globalization;
using System.Text;
using AdvRec.Data;
using AdvRec.Sources;

namespace AdvRec.Tests.Data.Sources;

/// <summary>From MovieLens 1M's files, rebuilt in their layout from the original's split of its first 500 users.</summary>
public sealed class OriginalSplitTests : IDisposable
{
    private readonly TemporaryFolder _source = new();
    private readonly TemporaryFolder _output = new();

    public void Dispose()
    {
        _source.Dispose();
        _output.Dispose();
    }

    [Fact]
    public void The_first_500_users_of_1M_give_the_split_of_the_original()
    {
        Movielens500.Load();
        var folder = Movielens500.Folder;
        var (train, test) = (Rows(Path.Combine(folder, "trainingset.tsv")), Rows(Path.Combine(folder, "testset.tsv")));
        WriteAs1M([.. train, .. test]);

        var summary = Preparation.Prepare(_source.Path, _output.Path, new() { Users = 500 });

        Assert.Equal((500, 3172, 73_871, 40), (summary.Users, summary.Items, summary.Kept, summary.OfOtherUsers));
        var (ourTrain, ourTest) = (Rows(Path.Combine(_output.Path, "train.tsv")), Rows(Path.Combine(_output.Path, "test.tsv")));
        Assert.Equal(train.Concat(test).Order(), ourTrain.Concat(ourTest).Order());
        Assert.Equal(Enumerable.Range(0, 500), ourTest.Select(row => row.User));
        var latest = train.GroupBy(row => row.User).ToDictionary(user => user.Key, user => user.Max(row => row.Timestamp));
        var unique = test.Where(row => row.Timestamp > latest[row.User]).ToList();
        Assert.Equal(303, unique.Count);
        Assert.Empty(unique.Except(ourTest));
        Assert.All(ourTest, row => Assert.Equal(test[row.User].Timestamp, row.Timestamp));
        Assert.Equal("Léon 5: the film (1999)", Datasets.Load(_output.Path).Title(5));
    }

    /// <summary>Ids in the original are by first appearance, so that a user's rows by ascending item are an order that the file may have had.</summary>
    private void WriteAs1M((int User, int Item, string Rating, long Timestamp)[] rows)
    {
        // Source ids in no order, as a film's number has nothing to do with who rated it first.
        static int Movie(int item) => 1 + ((item * 1009) % 3907);
        var others = Enumerable.Range(0, 40).Select(k => (User: 500 + (k / 20), Item: 3162 + (k % 20), Rating: "3", Timestamp: 956_703_932L + k));
        _source.Write("ratings.dat", string.Concat(rows.Order().Concat(others)
            .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.User + 1}::{Movie(row.Item)}::{row.Rating}::{row.Timestamp}\n"))));
        _source.Write("movies.dat", Encoding.Latin1.GetBytes(string.Concat(Enumerable.Range(0, 3200).Select(item => $"{Movie(item)}::Léon {item}: the film (1999)::Drama|War\n"))));
    }

    private static (int User, int Item, string Rating, long Timestamp)[] Rows(string path) => [.. File.ReadLines(path).Select(line => line.Split('\t'))
        .Select(fields => (int.Parse(fields[0], CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture), fields[2], long.Parse(fields[3], CultureInfo.InvariantCulture)))];
}
