using AdvRec.Data;
using AdvRec.Sources;

namespace AdvRec.Tests.Data;

public sealed class PreparationTests : IDisposable
{
    private readonly TemporaryFolder _source = new();
    private readonly TemporaryFolder _output = new();

    public void Dispose()
    {
        _source.Dispose();
        _output.Dispose();
    }

    [Fact]
    public void The_shipped_data_set_is_rebuilt_byte_for_byte()
    {
        var source = Path.Combine(Environment.GetEnvironmentVariable("ADVREC_DATA") ?? "", "ml-latest-small");
        if (!File.Exists(Path.Combine(source, "ratings.csv")))
        {
            MissingData.SkipOrFail("GroupLens' ml-latest-small (October 2016) is not here: name the folder above it in ADVREC_DATA.");
        }

        Preparation.Prepare(source, _output.Path, new() { MinItemRatings = 5, MinUserRatings = 5 });

        foreach (var name in (string[])["train.tsv", "test.tsv", "items.tsv"])
            Assert.Equal(File.ReadAllBytes(Path.Combine(Repository.Root, "data", "movielens-small", name)), File.ReadAllBytes(Path.Combine(_output.Path, name)));
    }

    [Fact]
    public void Latest_rating_is_held_out_and_ties_go_to_the_larger_movie_id()
    {
        WriteSource("7,30,4,50", "7,10,3,90", "7,20,5,90", "9,20,1,5", "9,30,2,6");

        Preparation.Prepare(_source.Path, _output.Path);

        // Items by first appearance: 30 -> 0, 10 -> 1, 20 -> 2.
        Assert.Equal(["0\t2\t5\t90", "1\t0\t2\t6"], File.ReadAllLines(Path.Combine(_output.Path, "test.tsv")));
        Assert.Equal(["0\t1\t3\t90", "0\t0\t4\t50", "1\t2\t1\t5"], File.ReadAllLines(Path.Combine(_output.Path, "train.tsv")));
        Assert.Equal(["0\t30\tC, or \"see\" (1999)\tDrama|War", "1\t10\tA\t", "2\t20\tB\tComedy"], File.ReadAllLines(Path.Combine(_output.Path, "items.tsv")));
    }

    [Fact]
    public void Rare_items_and_users_are_dropped_until_none_is_left_to_drop()
    {
        // Item 10 is rare; without it user 8 has one rating left; without user 8 item 20 is rare, too.
        WriteSource("7,30,4,1", "7,40,4,2", "8,10,4,1", "8,20,4,2", "9,20,4,1", "9,30,4,2", "9,40,4,3");

        var summary = Preparation.Prepare(_source.Path, _output.Path, new() { MinItemRatings = 2, MinUserRatings = 2 });

        Assert.Equal((2, 2, 4, 7), (summary.Users, summary.Items, summary.Kept, summary.Read));
        Assert.Equal((2, 1), (summary.OfRareItems, summary.OfRareUsers));
        Assert.Contains("2 users, 2 items, 4 of 7 ratings", summary.ToString(), StringComparison.Ordinal);
        Assert.Contains("dropped 1 of users with too few ratings", summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void First_users_are_those_that_the_source_names_first()
    {
        WriteSource("7,30,4,1", "7,40,4,2", "9,20,4,1", "9,30,4,2");

        Preparation.Prepare(_source.Path, _output.Path, new() { Users = 1 });

        Assert.Equal(1, Datasets.Load(_output.Path).UserCount);
    }

    [Fact]
    public void A_bad_source_row_is_named_and_nothing_is_written()
    {
        WriteSource("7,30,4,1", "7,40,x,2");

        var problem = Assert.Throws<DatasetException>(() => Preparation.Prepare(_source.Path, _output.Path));

        Assert.Contains("ratings.csv:3: rating 'x' is not a number", problem.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_output.Path));
    }

    [Fact]
    public void Rows_with_the_same_mistake_are_one_line()
    {
        WriteSource([.. Enumerable.Repeat("7,30,4", 100)]);

        var problems = Assert.Throws<DatasetException>(() => Preparation.Prepare(_source.Path, _output.Path)).Problems;

        Assert.Contains("ratings.csv:2: 3 columns instead of 4", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_pair_rated_again_the_latest_counts_and_of_the_same_time_the_one_further_down()
    {
        WriteSource("7,30,1,9", "7,30,5,2", "7,40,2,3", "7,40,3,3", "7,10,4,1");

        var summary = Preparation.Prepare(_source.Path, _output.Path);

        Assert.Equal(2, summary.Duplicates);
        Assert.Equal(["0\t0\t1\t9"], Lines("test.tsv"));
        Assert.Equal(["0\t1\t3\t3", "0\t2\t4\t1"], Lines("train.tsv"));
    }

    [Fact]
    public void Ratings_below_the_threshold_are_dropped_after_earlier_ratings_of_the_same_pair()
    {
        WriteSource("7,30,5,1", "7,30,2,8", "7,40,3.5,3", "7,10,4,2");

        var summary = Preparation.Prepare(_source.Path, _output.Path, new() { MinRating = 3.5 });

        Assert.Equal((1, 1, 2), (summary.Duplicates, summary.OutOfRange, summary.Kept));
        Assert.Equal(["0\t40\tD\tWar", "1\t10\tA\t"], Lines("items.tsv"));
    }

    [Fact]
    public void Titles_are_optional_and_a_source_file_may_be_named_itself()
    {
        WriteSource("7,30,4,1", "7,40,4,2");
        File.Delete(Path.Combine(_source.Path, "movies.csv"));

        Preparation.Prepare(Path.Combine(_source.Path, "ratings.csv"), _output.Path);

        Assert.Equal("item 0", Datasets.Load(_output.Path).Title(0));
        Assert.Equal(["0\t30", "1\t40"], Lines("item-ids.tsv"));
        Assert.False(File.Exists(Path.Combine(_output.Path, "items.tsv")));
    }

    [Fact]
    public void A_cancelled_preparation_writes_nothing()
    {
        WriteSource("7,30,4,1", "7,40,4,2");

        Assert.Throws<OperationCanceledException>(() => Preparation.Prepare(_source.Path, _output.Path, cancellation: new(canceled: true)));
        Assert.Empty(Directory.GetFileSystemEntries(_output.Path));
    }

    [Fact]
    public void What_a_killed_preparation_left_is_removed_by_the_next()
    {
        WriteSource("7,30,4,1", "7,40,4,2");
        _output.Write($".writing-{int.MaxValue}-train.tsv", "half");

        Preparation.Prepare(_source.Path, _output.Path);

        Assert.DoesNotContain(Directory.GetFiles(_output.Path), path => path.Contains("writing", StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_left_is_an_error()
    {
        WriteSource("7,30,4,1", "8,40,4,2");

        Assert.Contains("no rating is left", Assert.Throws<DatasetException>(() => Preparation.Prepare(_source.Path, _output.Path)).Message, StringComparison.Ordinal);
    }

    private string[] Lines(string name) => File.ReadAllLines(Path.Combine(_output.Path, name));

    private void WriteSource(params string[] ratings)
    {
        _source.Write("ratings.csv", "userId,movieId,rating,timestamp\n" + string.Join('\n', ratings));
        _source.Write("movies.csv", "movieId,title,genres\n10,A,(no genres listed)\n20,B,Comedy\n30,\"C, or \"\"see\"\" (1999)\",Drama|War\n40,D,War\n");
    }

    [Fact]
    public void Ids_that_look_alike_are_different_and_the_same_ids_one()
    {
        WriteSource("7,30,4,1", "07,30,4,1", "7,030,4,2", "07,31,4,2", "70000000000,30,4,1", "70000000000,9999999,4,2", "7,30,5,9");

        var summary = Preparation.Prepare(_source.Path, _output.Path);

        Assert.Equal((3, 4, 1), (summary.Users, summary.Items, summary.Duplicates));
        Assert.Equal(["0\t07", "1\t7", "2\t70000000000"], Lines("users.tsv"));
    }
}
