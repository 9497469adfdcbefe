using System.IO.Compression;
using System.Text;
using AdvRec.Data;
using AdvRec.Sources;

namespace AdvRec.Tests.Data.Sources;

public sealed class LayoutTests : IDisposable
{
    private readonly TemporaryFolder _source = new();
    private readonly TemporaryFolder _output = new();

    public void Dispose()
    {
        _source.Dispose();
        _output.Dispose();
    }

    [Fact]
    public void MovieLens_100K_is_read_with_its_genres()
    {
        _source.Write("u.data", "196\t242\t3\t881250949\n196\t1\t5\t881250950\n");
        _source.Write("u.genre", "unknown|0\nAction|1\nWestern|18\n\n");
        _source.Write("u.item", Encoding.Latin1.GetBytes($"242|Café (1997)|24-Jan-1997||http://x|{Flags(1, 18)}\n1|Toy Story (1995)|||http://y|{Flags()}\n"));

        Prepare(_source.Path);

        Assert.Equal(["0\t242\tCafé (1997)\tAction|Western", "1\t1\tToy Story (1995)\t"], Lines("items.tsv"));
        Assert.Equal(["0\t1\t5\t881250950"], Lines("test.tsv"));
        Assert.Equal(["0\t196"], Lines("users.tsv"));
    }

    [Fact]
    public void MovieLens_10M_has_half_stars_and_titles_in_utf8()
    {
        _source.Write("ratings.dat", "1::122::5::838985046\r\n1::185::0.5::838983525\r\n");
        _source.Write("movies.dat", "122::Café (1992)::Comedy|Romance\r\n");

        Prepare(_source.Path);

        Assert.Equal(["0\t1\t0.5\t838983525"], Lines("train.tsv"));
        Assert.Equal(["0\t122\tCafé (1992)\tComedy|Romance", "1\t185\t185\t"], Lines("items.tsv"));
        Assert.False(File.Exists(Path.Combine(_output.Path, "users.tsv")));
    }

    [Theory]
    [InlineData("own.tsv", "ann\tblue book\t4\t10\nann\tred \"book\"\t5\t20\nbob\tred \"book\"\t1\t5\nbob\t#3\t2\t6")]
    [InlineData("own.csv", "ann,blue book,4,10\r\nann,\"red \"\"book\"\"\",5,20\nbob,\"red \"\"book\"\"\",1,5\nbob,#3,2,6\n")]
    [InlineData("own.csv", "user_id;item_id;rating;timestamp\nann;blue book;4;10\nann;\"red \"\"book\"\"\";5;20\nbob;\"red \"\"book\"\"\";1;5\n\nbob;#3;2;6\n")]
    [InlineData("ratings.csv", "Timestamp,Item,Shelf,User,Rating\n10,blue book,a,ann,4\n20,\"red \"\"book\"\"\",a,ann,5\n5,\"red \"\"book\"\"\",a,bob,1\n6,#3,,bob,2")]
    public void Rows_of_ones_own_may_have_any_ids_which_are_kept_in_a_mapping(string name, string text)
    {
        _source.Write(name, text);

        Prepare(Path.Combine(_source.Path, name));

        Assert.Equal(["0\t0\t4\t10", "1\t1\t1\t5"], Lines("train.tsv"));
        Assert.Equal(["0\t1\t5\t20", "1\t2\t2\t6"], Lines("test.tsv"));
        Assert.Equal(["0\tann", "1\tbob"], Lines("users.tsv"));
        Assert.Equal(["0\tblue book", "1\tred \"book\"", "2\t#3"], Lines("item-ids.tsv"));
        Assert.Equal("item 1", Datasets.Load(_output.Path).Title(1));
    }

    [Fact]
    public void Without_times_later_rows_are_later_and_without_ratings_each_is_1()
    {
        _source.Write("own.tsv", "ann\tz\nann\tb\nann\ta\n");

        var summary = Prepare(Path.Combine(_source.Path, "own.tsv"));

        Assert.False(summary.HasTimestamps);
        Assert.Contains("no times", summary.ToString(), StringComparison.Ordinal);
        Assert.Equal(["0\t1\t1\t2", "0\t0\t1\t1"], Lines("train.tsv"));
        Assert.Equal(["0\t2\t1\t3"], Lines("test.tsv"));
    }

    [Theory]
    [InlineData("u\t9\t1\t5\nu\t10\t1\t5\n", "10")]
    [InlineData("u\tx9\t1\t5\nu\tx10\t1\t5\n", "x9")]
    public void Ties_go_to_the_largest_number_or_where_ids_are_text_to_the_last_text(string text, string heldOut)
    {
        _source.Write("own.tsv", text);

        Prepare(Path.Combine(_source.Path, "own.tsv"));

        var data = Datasets.Load(_output.Path);
        Assert.Equal($"{data.TestItem(0)}\t{heldOut}", Lines("item-ids.tsv")[data.TestItem(0)]);
    }

    [Fact]
    public void A_mapping_that_no_longer_applies_is_removed()
    {
        _source.Write("own.tsv", "ann\ta\nann\tb\n");
        _source.Write("other.tsv", "1\ta\n1\tb\n");

        Prepare(Path.Combine(_source.Path, "own.tsv"));
        Prepare(Path.Combine(_source.Path, "other.tsv"));

        Assert.False(File.Exists(Path.Combine(_output.Path, "users.tsv")));
    }

    [Theory]
    [InlineData("ratings.dat", "1::2::5::10\n1::3::5\n", "ratings.dat:2: 3 columns instead of 4")]
    [InlineData("ratings.dat", "1:2:5:10::::\n", "ratings.dat:1: 3 columns instead of 2 to 4")]
    [InlineData("own.tsv", "a\tb\tgood\n", "own.tsv:1: rating 'good' is not a number")]
    [InlineData("own.tsv", "a\tb\t5\tMonday\n", "own.tsv:1: timestamp 'Monday' is not a whole number")]
    [InlineData("own.tsv", "a\tb\n\t\n", "own.tsv:2: user '' is empty")]
    [InlineData("own.csv", "a,\"b\tc\"\n", "own.csv:1: item 'b\\tc' holds a tab")]
    [InlineData("own.csv", "a\n", "own.csv:1: 1 columns instead of 2 to 4")]
    [InlineData("own.csv", "", "own.csv:1: the file is empty")]
    public void Mistakes_are_named_with_file_and_line(string name, string text, string expected)
    {
        _source.Write(name, text);

        var problem = Assert.Throws<DatasetException>(() => Prepare(Path.Combine(_source.Path, name))).Problems[0];

        Assert.StartsWith(Path.Combine(_source.Path, expected), problem, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_output.Path));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("folder/")]
    public void An_archive_without_a_file_is_told_as_such(string? entry)
    {
        var path = Path.Combine(_source.Path, "own.zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            if (entry is not null)
                zip.CreateEntry(entry);
        }

        Assert.Equal($"{path}: there is no file with anything in it in the archive; name another.", Assert.Throws<DatasetException>(() => Prepare(path)).Problems[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b,5\n")]
    public void A_row_of_millions_of_columns_is_refused_at_once(string before) => Growth.IsLinear(700_000, columns =>
    {
        _source.Write("own.csv", before + string.Join(',', Enumerable.Repeat("x", columns)) + "\n");

        Assert.Contains("this is no file of ratings", Assert.Throws<DatasetException>(() => Prepare(Path.Combine(_source.Path, "own.csv"))).Message, StringComparison.Ordinal);
    });

    [Fact]
    public void A_folder_without_a_known_file_is_named()
    {
        Assert.Contains("ratings.csv, ratings.dat, u.data and ratings.tsv are missing", Assert.Throws<DatasetException>(() => Prepare(_source.Path)).Message, StringComparison.Ordinal);
        Assert.Contains("no such folder", Assert.Throws<DatasetException>(() => Prepare(Path.Combine(_source.Path, "x"))).Message, StringComparison.Ordinal);
    }

    private PreparationSummary Prepare(string source) => Preparation.Prepare(source, _output.Path);

    private string[] Lines(string name) => File.ReadAllLines(Path.Combine(_output.Path, name));

    private static string Flags(params int[] genres) => string.Join('|', Enumerable.Range(0, 19).Select(genre => genres.Contains(genre) ? "1" : "0"));
}
