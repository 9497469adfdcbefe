using System.IO.Compression;
using System.Text;
using AdvRec.Data;
using AdvRec.Sources;
using AdvRec.Sources.Layouts;

namespace AdvRec.Tests.Data.Sources;

/// <summary>Layouts that data sets are published in, with made-up rows: user u holds out b, whose time is the latest, though a stands last.</summary>
public sealed class PublishedLayoutTests : IDisposable
{
    private readonly TemporaryFolder _source = new();
    private readonly TemporaryFolder _output = new();

    public void Dispose()
    {
        _source.Dispose();
        _output.Dispose();
    }

    [Theory]
    [InlineData("iso.csv", "user,item,rating,date\nu,b,4,2015-03-09\nu,a,5,2014-01-01\n", null, "timestamp = 'date'")]
    [InlineData("zone.csv", "user,item,rating,time\nu,b,4,2015-03-09T02:00:00+03:00\nu,a,5,2015-03-08T22:00:00Z\n", null, "times read as dates")]
    [InlineData("yelp.csv", "review_id,user_id,business_id,stars,date\nr1,u,b,4,2015-03-09 12:00:00\nr2,u,a,5,2014-01-01 10:00:00\n", null, "not used: 'review_id'")]
    [InlineData("amazon2023.csv", "user_id,parent_asin,rating,timestamp\nu,b,4.0,1600000000123\nu,a,5.0,1500000000123\n", null, "times read as milliseconds")]
    [InlineData("amazon2018.csv", "b,u,4.0,1600000000\na,u,5.0,1500000000\n", "item,user,rating,timestamp", "item = column 1")]
    [InlineData("recbole.inter", "user_id:token\titem_id:token\trating:float\ttimestamp:float\nu\tb\t4\t1600000000.0\nu\ta\t5\t1500000000.5\n", null, "item = 'item_id:token'")]
    [InlineData("exponent.csv", "u,b,4,1.6e9\nu,a,5,1.5e9\n", null, "by their places")]
    [InlineData("gowalla.txt", "u\t2010-10-19T23:55:27Z\t30.2\t-97.7\tb\nu\t2010-10-18T22:17:43Z\t30.2\t-97.7\ta\n", "user,timestamp,-,-,item", "not used: column 3, column 4")]
    [InlineData("foursquare.txt", "u\tb\tTue Apr 03 18:00:09 +0000 2012\nu\ta\tMon Apr 02 18:00:09 +0000 2012\n", null, "timestamp = column 3")]
    [InlineData("implicit.tsv", "u\tb\t1600000000\nu\ta\t1500000000\n", null, "no rating, timestamp = column 3")]
    [InlineData("pipes.txt", "u|b|4|1600000000\nu|a|5|1500000000\n", null, "'|' between columns")]
    [InlineData("colons.txt", "u::b::4::1600000000\nu::a::5::1500000000\n", null, "'::' between columns")]
    [InlineData("blanks.txt", "u b 4 1600000000\nu a 5 1500000000\n", null, "blanks between columns")]
    [InlineData("commas.csv", "u;b;4,5;1600000000\nu;a;3,5;1500000000\n", null, "decimal commas")]
    [InlineData("yelp.json", "{\"user_id\":\"u\",\"business_id\":\"b\",\"stars\":4.0,\"date\":\"2015-03-09\"}\n{\"user_id\":\"u\",\"business_id\":\"a\",\"stars\":5,\"date\":\"2014-01-01\"}\n", null, "a JSON object a line")]
    [InlineData("keys.json", "{\"who\":\"u\",\"what\":\"b\",\"s\":4,\"t\":9}\n{\"who\":\"u\",\"what\":\"a\",\"s\":5,\"t\":8}\n", "who,what,s,t", "user = 'who'")]
    [InlineData("header.csv", "who,what,s,t\nu,b,4,9\nu,a,5,8\n", "who,what,s,t", "as --columns says")]
    [InlineData("milliseconds.csv", "u,b,4,1600000000900\nu,a,5,1600000000100\n", null, "differ by less than a second")]
    [InlineData("mixed.csv", "u,b,4,1600000000900\nu,a,5,1500000000\n", null, "the times mix milliseconds, seconds")]
    [InlineData("padded.csv", "user,item,rating,timestamp\nu, b,4,9\n u ,a,5,8\nu,b ,3,7\n", null, "dropped 1 of pairs")]
    public void The_latest_is_held_out_and_what_was_understood_is_said(string name, string text, string? columns, string said)
    {
        _source.Write(name, text);

        var summary = Prepare(name, new() { Columns = columns });

        AssertHeldOut();
        Assert.Contains(said, summary.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Book_ratings_have_a_header_quotes_and_no_times()
    {
        _source.Write("BX.csv", "\"User-ID\";\"ISBN\";\"Book-Rating\"\n\"7\";\"0345X\";\"0\"\n\"7\";\"0155\";\"5\"\n");

        Assert.Contains("item = 'ISBN', rating = 'Book-Rating'", Prepare("BX.csv").ToString(), StringComparison.Ordinal);
        Assert.Equal(["0\t0345X", "1\t0155"], File.ReadAllLines(Path.Combine(_output.Path, "item-ids.tsv")));
    }

    [Fact]
    public void Lists_of_items_are_told_from_rows_by_their_lengths()
    {
        _source.Write("train.txt", "0 5 6 7\n1 5 9\n2\n");

        Assert.Contains("a line per user", Prepare("train.txt").ToString(), StringComparison.Ordinal);
        Assert.Equal(["0\t2\t1\t3", "1\t3\t1\t5"], File.ReadAllLines(Path.Combine(_output.Path, "test.tsv")));
    }

    [Fact]
    public void Compressed_text_and_other_encodings_are_read()
    {
        const string Text = "u,b,4,9\nu,a,5,8\n";
        using (var gzip = new GZipStream(File.Create(Path.Combine(_source.Path, "own.csv.gz")), CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(Text));
        using (var zip = ZipFile.Open(Path.Combine(_source.Path, "own.zip"), ZipArchiveMode.Create))
        using (var entry = zip.CreateEntry("own.csv").Open())
            entry.Write(Encoding.UTF8.GetBytes(Text));
        _source.Write("utf16.csv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Text)]);
        foreach (var name in (string[])["own.csv.gz", "own.zip", "utf16.csv"])
        {
            Prepare(name);
            AssertHeldOut();
        }

        _source.Write("latin.csv", Encoding.Latin1.GetBytes("u,Café,4,9\nu,a,5,8\n"));
        Assert.Contains("--encoding latin1", Assert.Throws<DatasetException>(() => Prepare("latin.csv")).Message, StringComparison.Ordinal);
        Prepare("latin.csv", new() { Encoding = "latin1" });
        Assert.Equal("0\tCafé", File.ReadAllLines(Path.Combine(_output.Path, "item-ids.tsv"))[0]);
    }

    [Theory]
    [ClassData(typeof(PublishedLayouts))]
    public void Published_sets_are_read_as_their_documentation_says(string set, string name, string text, string? columns, string said, string heldOut)
    {
        _source.Write(name, text);

        var summary = Prepare(name, new() { Columns = columns });

        Assert.True(summary.ToString().Contains(said, StringComparison.Ordinal), $"{set}: '{said}' is not in{Environment.NewLine}{summary}");
        Assert.Equal(heldOut, HeldOut());
    }

    [Theory]
    [InlineData("five.csv", "1,2,3,4,5\n", "5 columns instead of 2 to 4")]
    [InlineData("swapped.csv", "u,b,1600000000,4\nu,a,1500000000,5\n", "is a time")]
    [InlineData("unknown.csv", "foo,bar,baz\nu,b,4\nu,a,5\n", "--columns")]
    [InlineData("unknown.json", "{\"x\":1,\"y\":2}\n", "JSON objects with the keys x, y")]
    [InlineData("american.csv", "u,b,4,3/9/2015\nu,a,5,3/8/2015\n", "timestamp '3/9/2015'")]
    public void What_cannot_be_known_is_asked_for_in_one_line(string name, string text, string expected)
    {
        _source.Write(name, text);

        var problem = Assert.Throws<DatasetException>(() => Prepare(name)).Problems[0];

        Assert.Contains(expected, problem, StringComparison.Ordinal);
        Assert.Contains("--columns", problem, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_output.Path));
    }

    [Fact]
    public void Ids_beyond_32_bits_or_texts_and_items_listed_twice_are_fine_in_MovieLens_files()
    {
        _source.Write("ratings.csv", "userId,movieId,rating,timestamp\n99999999999,x1,4,9\n99999999999,5000000000,5,8\n");
        Prepare("ratings.csv");
        _source.Write("ratings.dat", "1::2::5::9\n1::3::5::8\n");
        _source.Write("movies.dat", "2::First::War\n2::Second::War\n");
        Prepare("ratings.dat");

        Assert.StartsWith("0\t2\tFirst\tWar", File.ReadAllText(Path.Combine(_output.Path, "items.tsv")), StringComparison.Ordinal);
    }

    private PreparationSummary Prepare(string name, SourceOptions? reading = null) =>
        Preparation.Prepare(Path.Combine(_source.Path, name), _output.Path, reading: reading);

    private void AssertHeldOut()
    {
        var data = Datasets.Load(_output.Path);
        Assert.Equal("b", HeldOut());
        Assert.Equal((1, 2), (data.UserCount, data.ItemCount));
    }

    private string HeldOut() => File.ReadAllLines(Path.Combine(_output.Path, "item-ids.tsv"))[Datasets.Load(_output.Path).TestItem(0)].Split('\t')[1];
}
