using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using AdvRec.Sources.Layouts;
using CsCheck;

namespace AdvRec.Tests.Data.Sources;

/// <summary>Whatever interactions are written in a layout that is read come back equal: users, items, ratings and times.</summary>
public sealed class AnyLayoutTests
{
    private const long Start = 1_500_000_000;

    private static readonly Gen<string> Id = Gen.String[Gen.Char["abé \"',;:|#\\\u2028名0123"], 1, 4];

    private static readonly Gen<(string User, string Item, int Rating, long Time)[]> AnyRows = Gen.Select(Id, Id, Gen.Int[-5, 5], Gen.Long[0, 100_000]).Array[2, 30];

    /// <summary>What an id may not hold, how a row is written, what stands first, and what the reader is told.</summary>
    private static readonly Dictionary<string, Layout> Layouts = new()
    {
        ["tabs"] = new("\t", row => $"{row.User}\t{row.Item}\t{row.Rating}\t{row.Time}", "user\titem\trating\ttimestamp"),
        ["tabs without header"] = new("\t#%\"", row => $"{row.User}\t{row.Item}\t{row.Rating}\t{row.Time}"),
        ["commas"] = new("", row => $"{Quoted(row.User)},{Quoted(row.Item)},{row.Rating},{row.Time}", "user,item,rating,timestamp"),
        ["semicolons and decimal commas"] = new("", row => $"{Quoted(row.User)};{Quoted(row.Item)};{row.Rating},0;{row.Time}", "User-ID;ISBN;Book-Rating;Date"),
        ["pipes"] = new("|\"", row => $"{row.User}|{row.Item}|{row.Rating}|{row.Time}", "user_id|movie_id|score|ts"),
        ["two colons"] = new(":", row => $"{row.User}::{row.Item}::{row.Rating}::{row.Time}", "user::item::rating::timestamp"),
        ["blanks"] = new(" \"", row => $" {row.User}  {row.Item} {row.Rating}   {row.Time} ", "user item rating timestamp"),
        ["Ctrl-A"] = new("\"", row => $"{row.User}\u0001{row.Item}\u0001{row.Rating}\u0001{row.Time}", "user\u0001item\u0001rating\u0001timestamp"),
        ["RecBole"] = new("\t", row => $"{row.Rating}.0\t{row.User}\tx\t{row.Item}\t{row.Time}.0", "rating:float\tuser_id:token\ttag:token\titem_id:token\ttimestamp:float"),
        ["items first"] = new("\t#%\"", row => $"{row.Item}\tx\t{row.User}\t{row.Rating}\t{row.Time}") { Options = new() { Columns = "item,-,user,rating,timestamp" } },
        ["names of one's own"] = new("", row => $"{row.Time},{Quoted(row.Item)},{row.Rating},{Quoted(row.User)}", "when,what,how,who") { Options = new() { Columns = "who,what,how,when" } },
        ["dates"] = new("", row => $"{Quoted(row.User)},{Quoted(row.Item)},{row.Rating},{DateTimeOffset.FromUnixTimeSeconds(row.Time):yyyy-MM-ddTHH:mm:ssZ}", "user,item,rating,date"),
        ["dates in a zone"] = new("", row => $"{Quoted(row.User)},{Quoted(row.Item)},{row.Rating},{DateTimeOffset.FromUnixTimeSeconds(row.Time).ToOffset(TimeSpan.FromHours(5.5)):yyyy-MM-dd HH:mm:sszzz}", "user,item,rating,date"),
        ["milliseconds"] = new("", row => $"{Quoted(row.User)},{Quoted(row.Item)},{row.Rating},{row.Time * 1000}", "user,item,rating,timestamp"),
        ["exponents"] = new("", row => string.Create(CultureInfo.InvariantCulture, $"{Quoted(row.User)},{Quoted(row.Item)},{row.Rating},{row.Time / 1e9:F9}e9"), "user,item,rating,timestamp"),
        ["JSON"] = new("", row => JsonSerializer.Serialize(new { stars = row.Rating, business_id = row.Item, nested = new[] { 1 }, user_id = row.User, date = row.Time })),
        ["blocks"] = new(",:#", row => $"{row.Item}:\n{row.User},{row.Rating},{DateTimeOffset.FromUnixTimeSeconds(row.Time):yyyy-MM-dd HH:mm:ss}") { Options = new() { Layout = "blocks" } },
    };

    public static TheoryData<string> Names => [.. Layouts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Any_interactions_come_back_equal(string name) => AnyRows.Sample(any => AssertEqual(Layouts[name], any, text => Encoding.UTF8.GetBytes(text)), iter: 40);

    [Theory]
    [InlineData("gzip")]
    [InlineData("zip")]
    [InlineData("UTF-16")]
    [InlineData("UTF-16, big-endian")]
    [InlineData("UTF-8 with its mark, Windows line ends")]
    public void However_the_text_is_stored(string how) => AnyRows.Sample(any => AssertEqual(Layouts["commas"], any, text => Stored(how, text)), iter: 30);

    [Fact]
    public void Text_in_another_encoding_is_read_where_it_is_named() =>
        AnyRows.Sample(any => AssertEqual(Layouts["commas"] with { Forbidden = "名\u2028", Options = new() { Encoding = "latin1" } }, any, text => Encoding.Latin1.GetBytes(text)), iter: 30);

    [Fact]
    public void Lists_of_items_keep_users_items_and_the_order() => AnyRows.Sample(
        any =>
        {
            var rows = Clean(any, " ,\t#");
            var text = string.Concat(rows.GroupBy(row => row.User).Select(user => $"{user.Key} {string.Join(' ', user.Select(row => row.Item))}\n"));
            var back = PreparedRows.Of(Encoding.UTF8.GetBytes(text), new() { Layout = "lists" });

            Assert.Equal(Kept(rows).Select(row => (row.User, row.Item)).Order(), back.Select(row => (row.User, row.Item)).Order());
            Assert.All(back.Where(row => row.IsHeldOut), row => Assert.Equal(rows.Last(one => one.User == row.User).Item, row.Item));
        },
        iter: 40);

    private static void AssertEqual(Layout layout, (string User, string Item, int Rating, long Time)[] any, Func<string, byte[]> stored)
    {
        var rows = Clean(any, layout.Forbidden);
        var text = string.Concat(layout.Header is null ? "" : layout.Header + "\n", string.Join('\n', rows.Select(layout.Write)));

        var back = PreparedRows.Of(stored(text), layout.Options);

        Assert.Equal(
            Kept(rows).Select(row => (row.User, row.Item, (double)row.Rating, row.Time)).Order(),
            back.Select(row => (row.User, row.Item, row.Rating, row.Time)).Order());
        Assert.All(back.Where(row => row.IsHeldOut), row => Assert.Equal(rows.Where(one => one.User == row.User).Max(one => one.Time), row.Time));
    }

    /// <summary>Rows whose ids the layout can hold, each pair once; blanks around ids mean nothing.</summary>
    private static (string User, string Item, int Rating, long Time)[] Clean((string User, string Item, int Rating, long Time)[] rows, string forbidden)
    {
        string Clean(string id) => string.Concat(id.Trim().Select(letter => forbidden.Contains(letter, StringComparison.Ordinal) ? 'x' : letter)) is { Length: > 0 } text ? text : "x";
        return [.. rows.Select(row => (User: Clean(row.User), Item: Clean(row.Item), row.Rating, Time: row.Time + Start)).DistinctBy(row => (row.User, row.Item))];
    }

    private static IEnumerable<(string User, string Item, int Rating, long Time)> Kept((string User, string Item, int Rating, long Time)[] rows) =>
        rows.GroupBy(row => row.User).Where(user => user.Count() > 1).SelectMany(user => user);

    private static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static byte[] Stored(string how, string text)
    {
        var bytes = new MemoryStream();
        switch (how)
        {
            case "gzip":
                using (var packed = new GZipStream(bytes, CompressionLevel.Fastest))
                    packed.Write(Encoding.UTF8.GetBytes(text));
                return bytes.ToArray();
            case "zip":
                using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
                using (var only = archive.CreateEntry("ratings.csv").Open())
                    only.Write(Encoding.UTF8.GetBytes(text));
                return bytes.ToArray();
            case "UTF-16":
                return [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)];
            case "UTF-16, big-endian":
                return [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)];
            default:
                return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.Replace("\n", "\r\n", StringComparison.Ordinal))];
        }
    }

    private sealed record Layout(string Forbidden, Func<(string User, string Item, int Rating, long Time), string> Write, string? Header = null)
    {
        public SourceOptions Options { get; init; } = new();
    }
}
