using System.IO.Compression;
using AdvRec.Data;
using AdvRec.Sources.Fetching;

namespace AdvRec.Tests.Data.Fetching;

public sealed class SafeArchiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Archive => Path.Combine(_folder.Path, "set.zip");

    private string Inside => Path.Combine(_folder.Path, "inside");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Folders_and_files_are_unpacked()
    {
        Zip(("ml-1m/", ""), ("ml-1m/ratings.dat", "1::2::3::4\n"));

        SafeArchive.Extract(Archive, Inside, 100, default);

        Assert.Equal("1::2::3::4\n", File.ReadAllText(Path.Combine(Inside, "ml-1m", "ratings.dat")));
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("a/../../outside.txt")]
    [InlineData("/tmp/outside.txt")]
    [InlineData("..\\outside.txt")]
    [InlineData("C:outside.txt")]
    public void Paths_that_point_outside_are_refused(string name)
    {
        Zip((name, "x"));

        Assert.Contains("points outside", Problem(100).Message, StringComparison.Ordinal);
        Assert.Equal([Archive], Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Links_are_refused()
    {
        using (var zip = ZipFile.Open(Archive, ZipArchiveMode.Create))
        {
            var entry = zip.CreateEntry("link");
            entry.ExternalAttributes = unchecked((int)0xA1FF0000);
            using var content = entry.Open();
            content.Write("/etc/passwd"u8);
        }

        Assert.Contains("is a link", Problem(100).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bombs_are_stopped_whatever_length_they_state()
    {
        Zip(("bomb", new string('0', 3_000_000)));

        Assert.Contains("more than expected", Problem(1_000_000).Message, StringComparison.Ordinal);
        Assert.InRange(new FileInfo(Path.Combine(Inside, "bomb")).Length, 0, 1_000_000);
    }

    [Fact]
    public void Too_many_entries_and_one_name_twice_are_refused()
    {
        Zip([.. Enumerable.Range(0, 1001).Select(k => ($"f{k}", ""))]);
        Assert.Contains("1001 entries", Problem(100).Message, StringComparison.Ordinal);

        File.Delete(Archive);
        Zip(("a", "x"), ("a", "y"));
        Assert.Contains("'a' twice", Problem(100).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_archive_is_named()
    {
        Zip(("a", new string('x', 1000) + Guid.NewGuid()));
        var bytes = File.ReadAllBytes(Archive);
        foreach (var length in (int[])[0, 10, bytes.Length / 2, bytes.Length - 1])
        {
            File.WriteAllBytes(Archive, bytes[..length]);
            Assert.Contains("not a whole zip archive", Problem(10_000).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_fetched_archive_is_unpacked_and_split()
    {
        Zip(("small/README.txt", "conditions"), ("small/ratings.dat", "1::9::5::1\n1::8::4::2\n1::7::3::3\n"), ("small/movies.dat", "9::Nine::Drama\n"));
        var name = Path.Combine(_folder.Path, "small.zip");
        File.Move(Archive, name);
        var entry = new CatalogueEntry("small", "a test's", new("http://127.0.0.1:1/"), [new("small.zip", 1, null)], "none", "none");
        using var fetcher = new DatasetFetcher();

        Assert.True(await fetcher.FetchAsync(entry, Inside, name));

        Assert.Equal("Nine", Datasets.Load(Inside).Title(0));
        Assert.Equal("conditions", File.ReadAllText(Path.Combine(Inside, "small", "README.txt")));
        Assert.Equal([Inside, name], Directory.GetFileSystemEntries(_folder.Path).Order());
    }

    [Fact]
    public async Task A_fetched_archive_that_is_none_leaves_nothing()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "small.zip"), "<html>Sign in to the network</html>");
        var entry = new CatalogueEntry("small", "a test's", new("http://127.0.0.1:1/"), [new("small.zip", 1, null)], "none", "none");
        using var fetcher = new DatasetFetcher();

        await Assert.ThrowsAsync<DatasetException>(() => fetcher.FetchAsync(entry, Inside, _folder.Path));

        Assert.Equal(["small.zip"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    private DatasetException Problem(long mostBytes) => Assert.Throws<DatasetException>(() => SafeArchive.Extract(Archive, Inside, mostBytes, default));

    private void Zip(params (string Name, string Text)[] entries)
    {
        using var zip = ZipFile.Open(Archive, ZipArchiveMode.Create);
        foreach (var (name, text) in entries)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text);
        }
    }
}
