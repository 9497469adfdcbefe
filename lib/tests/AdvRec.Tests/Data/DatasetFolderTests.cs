using System.Text;
using AdvRec.Data;
using CsCheck;

namespace AdvRec.Tests.Data;

public sealed class DatasetFolderTests : IDisposable
{
    private const string GoodTrain = "0\t0\t5\t100\n0\t1\t4\t101\n1\t1\t3\t102\n1\t2\t2.5\t103\n";
    private const string GoodTest = "0\t2\t5\t200\n1\t0\t4\t201\n";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("train.tsv", "test.tsv")]
    [InlineData("trainingset.tsv", "testset.tsv")]
    public void Both_names_of_the_files_are_read(string train, string test)
    {
        _folder.Write(train, GoodTrain);
        _folder.Write(test, GoodTest);

        var data = Datasets.Load(_folder.Path);

        Assert.Equal((2, 3, 4), (data.UserCount, data.ItemCount, data.TrainingPairCount));
        Assert.Equal([1, 2], data.TrainingItems(1).ToArray());
        Assert.Equal(2, data.TestItem(0));
        Assert.Equal("item 1", data.Title(1));
    }

    [Theory]
    [InlineData("0\t0\t5\t100\r\n0\t1\t4\t101\n1\t1\t3\t102\r\n1\t2\t2.5\t103", "mixed line ends, no final newline")]
    [InlineData("0\t0\t5\t100\n\n0\t1\t4\t101\n1\t1\t3\t102\n1\t2\t2.5\t103\n\n", "empty lines")]
    [InlineData("\uFEFF0\t0\t5\t100\n0\t1\t4\t101\n1\t1\t3\t102\n1\t2\t2.5\t103\n", "byte order mark")]
    [InlineData("1\t2\t2.5\t103\n0\t1\t4\t101\n1\t1\t3\t102\n0\t0\t5\t100\n", "any order")]
    public void Harmless_variations_are_read(string train, string what)
    {
        Write(train, GoodTest);

        Assert.True(Datasets.Load(_folder.Path).TrainingPairCount == 4, what);
    }

    [Theory]
    [InlineData("0\t0\t5\n0\t1\t4\t101\n", "train.tsv:1: 3 columns instead of 4")]
    [InlineData("0\t0\t5\t100\n0\t-1\t4\t101\n", "train.tsv:2: item '-1' is not a whole number")]
    [InlineData("0\t0\t5\t100\n-3\t1\t4\t101\n", "train.tsv:2: user '-3' is not a whole number")]
    [InlineData("0\t0\t5\t100\nann\t1\t4\t101\n", "train.tsv:2: user 'ann' is not a whole number")]
    [InlineData("0\t99999999999\t5\t100\n", "train.tsv:1: item '99999999999' is not a whole number")]
    [InlineData("0\t0\tfive\t100\n", "train.tsv:1: rating 'five' is not a number")]
    [InlineData("0\t0\tNaN\t100\n", "train.tsv:1: rating 'NaN' is not a number")]
    [InlineData("0\t0\t978824330\t5\n", "train.tsv:1: rating '978824330' and timestamp '5' look swapped")]
    [InlineData("0\t0\t5\tyesterday\n", "train.tsv:1: timestamp 'yesterday' is not a whole number")]
    [InlineData("0\t0\t5\t100\n0\t1\t4\t101\n1\t1\t3\t102\n1\t7\t3\t102\n", "train.tsv:4: item 7 comes after a gap: no row has item 3")]
    [InlineData("0\t0\t5\t100\n\n0\t1\t4\t101\n3\t1\t3\t102\n", "train.tsv:4: user 3 comes after a gap: no row has user 2")]
    [InlineData("0\t0\t5\t100\n0\t1\t4\t101\n1\t1\t3\t102\n0\t1\t2\t103\n", "train.tsv:4: user 0 has item 1 twice")]
    [InlineData("0\t0\t5\t100\n0\t1\t4\t101\n0\t2\t4\t101\n1\t1\t3\t1\n", "test.tsv:1: item 2 is also a training item of user 0")]
    [InlineData("0\t0\t5\t100\n0\t1\t4\t101\n", "test.tsv:2: user 1 has no training rows")]
    [InlineData("0\t0\t5\t100\n0\t1\t4\t101\n1\t1\t1\t1\n2\t1\t3\t102\n", "train.tsv:4: user 2 has no test row")]
    [InlineData("", "train.tsv:1: the file is empty")]
    [InlineData("0\t0\t5\t100\n0\t\01\t4\t101\n", "train.tsv:2: there is a NUL character")]
    [InlineData("0\t0\t5\t100\n0\t1\0\t4\t101\n", "train.tsv:2: there is a NUL character")]
    [InlineData("0\t0\t5\t100\n\0\0\0\0\0\0\0", "train.tsv:2: there is a NUL character")]
    public void A_bad_training_file_is_named_with_line_and_reason(string train, string expected)
    {
        Write(train, GoodTest);

        var problem = Assert.Single(Assert.Throws<DatasetException>(() => Datasets.Load(_folder.Path)).Problems);
        Assert.StartsWith(Path.Combine(_folder.Path, expected), problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem);
    }

    [Fact]
    public void A_second_test_row_of_a_user_is_named()
    {
        Write(GoodTrain, GoodTest + "0\t2\t1\t300\n");

        var problem = Assert.Single(Assert.Throws<DatasetException>(() => Datasets.Load(_folder.Path)).Problems);
        Assert.StartsWith(Path.Combine(_folder.Path, "test.tsv:3: user 0 has a second test row"), problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_named_with_their_line()
    {
        Write(GoodTrain, GoodTest);
        _folder.Write("train.tsv", [.. Encoding.UTF8.GetBytes(GoodTrain), .. "0\t"u8, 0xE9, 0xFF, .. "\t5\t1\n"u8]);

        var problem = Assert.Throws<DatasetException>(() => Datasets.Load(_folder.Path)).Message;
        Assert.StartsWith(Path.Combine(_folder.Path, "train.tsv:5: the bytes are not UTF-8"), problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_twenty_problems_are_reported()
    {
        Write(string.Concat(Enumerable.Repeat("0\tx\t5\t1\n", 100)), GoodTest);

        var problems = Assert.Throws<DatasetException>(() => Datasets.Load(_folder.Path)).Problems;
        Assert.Equal(20, problems.Count);
        Assert.Contains("train.tsv:20:", problems[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0\t0\t5\t100\n0\t1\t4", true)]
    [InlineData("0\t0\t5\t100\n0\t1\t4\t", true)]
    [InlineData("0\t0\t5\t100\n0\t1\t4\n", false)]
    [InlineData("0\t0\t5\n0\t1\t4\t100", false)]
    public void A_last_line_that_is_cut_off_is_said_to_be(string train, bool isCutOff)
    {
        Write(train, GoodTest);

        var problem = Assert.Single(Assert.Throws<DatasetException>(() => Datasets.Load(_folder.Path)).Problems);
        Assert.Equal(isCutOff, problem.Contains("cut off", StringComparison.Ordinal));
    }

    [Fact]
    public void Twenty_of_many_duplicates_are_named_in_time_proportional_to_the_rows()
    {
        Write(string.Concat(Enumerable.Repeat("0\t0\t5\t1\n", 300_000)), "0\t1\t5\t1\n");

        Assert.Equal(20, Assert.Throws<DatasetException>(() => Datasets.Load(_folder.Path)).Problems.Count);
    }

    [Fact]
    public void Any_interactions_written_and_loaded_come_back_equal()
    {
        var users = Gen.Int[0, 30].HashSet[2, 12].Array[1, 20];
        Gen.Select(users, Gen.Int[0, 1], Gen.Int[0, 1]).Sample(
            (itemsOfUsers, ends, final) =>
            {
                var numbers = itemsOfUsers.SelectMany(items => items).Distinct().Order().Select((item, number) => (item, number)).ToDictionary(pair => pair.item, pair => pair.number);
                var held = itemsOfUsers.Select(items => numbers[items.First()]).ToArray();
                var trained = itemsOfUsers.Select(items => items.Skip(1).Select(item => numbers[item]).ToArray()).ToArray();
                var rows = trained.SelectMany((items, user) => items.Select(item => $"{user}\t{item}\t{item % 5}.5\t{-user}"));
                using var folder = new TemporaryFolder();
                folder.Write("train.tsv", string.Join(ends == 0 ? "\n" : "\r\n", rows) + (final == 0 ? "" : "\n"));
                folder.Write("test.tsv", string.Join('\n', held.Select((item, user) => $"{user}\t{item}\t1\t1")));

                var data = Datasets.Load(folder.Path);

                Assert.Equal((trained.Length, numbers.Count), (data.UserCount, data.ItemCount));
                for (var user = 0; user < trained.Length; user++)
                {
                    Assert.Equal(trained[user].Order(), data.TrainingItems(user).ToArray());
                    Assert.Equal(held[user], data.TestItem(user));
                }
            },
            iter: 300);
    }

    [Fact]
    public void For_a_set_that_can_be_fetched_the_command_is_named()
    {
        Assert.SkipWhen(Datasets.IsAvailable("movielens-1m"), "movielens-1m is here, so that nothing is missing.");

        Assert.Contains("-- data get movielens-1m (", Assert.Throws<DatasetException>(() => Datasets.Load("movielens-1m")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_here_can_be_listed() =>
        Assert.Contains(Datasets.Available(), found => found.Name == Datasets.Shipped && found.Folder == Path.Combine(Datasets.ProjectFolder!, Datasets.Shipped));

    [Fact]
    public void A_missing_file_or_data_set_is_named()
    {
        _folder.Write("train.tsv", GoodTrain);

        Assert.Contains("there is no test.tsv", Assert.Throws<DatasetException>(() => Datasets.Load(_folder.Path)).Message, StringComparison.Ordinal);
        Assert.Contains("no data set 'no-such-set'", Assert.Throws<DatasetException>(() => Datasets.Load("no-such-set")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Titles_and_genres_are_read_where_they_are()
    {
        Write(GoodTrain, GoodTest);
        _folder.Write("items.tsv", "0\t31\tDangerous \"Minds\" #1 (1995)\tDrama\n1\t5\tÉté\tComedy|War\n2\t6\tAmélie\t\n");

        var data = Datasets.Load(_folder.Path);

        Assert.Equal("Dangerous \"Minds\" #1 (1995)", data.Title(0));
        Assert.Equal(["Comedy", "War"], data.Genres(1));
        Assert.Empty(data.Genres(2));
    }

    [Fact]
    public void The_shipped_data_set_is_found_wherever_the_code_runs()
    {
        var data = Datasets.Load(Datasets.Shipped);

        Assert.Equal((671, 3496, 89401), (data.UserCount, data.ItemCount, data.TrainingPairCount));
        Assert.True(data.HasTitles);
        Assert.Equal("Dangerous Minds (1995)", data.Title(0));
    }

    [Fact]
    public void Any_bytes_give_a_data_set_or_a_problem_with_file_and_line()
    {
        string[] choices = ["0", "1", "2", "\t", "\n", "\r\n", "0\t1\t5\t1\n", "1\t0\t5\t1\n", "\"", "\\", "#", "\0", "é", "-", "1e9"];
        var fragment = Gen.Int[0, choices.Length - 1].Select(choice => choices[choice]);
        Gen.Select(fragment.Array[0, 40], Gen.Byte.Array[0, 3]).Sample(
            (fragments, bytes) =>
            {
                using var folder = new TemporaryFolder();
                folder.Write("train.tsv", [.. Encoding.UTF8.GetBytes(string.Concat(fragments)), .. bytes]);
                folder.Write("test.tsv", GoodTest);
                try
                {
                    Datasets.Load(folder.Path);
                }
                catch (DatasetException problem)
                {
                    Assert.Matches(@"(train|test)\.tsv:\d+: ", problem.Message);
                }
            },
            iter: 500);
    }

    private void Write(string train, string test)
    {
        _folder.Write("train.tsv", train);
        _folder.Write("test.tsv", test);
    }
}
