using System.Text.RegularExpressions;
using AdvRec.Data;

namespace AdvRec.Tests.Data;

public sealed class WholeFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_is_replaced_as_a_whole()
    {
        _folder.Write("page.html", "old");

        WholeFiles.Write(At("page.html"), ["n".AsMemory(), "ew".AsMemory()]);

        Assert.Equal("new", File.ReadAllText(At("page.html")));
        Assert.Equal([At("page.html")], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Where_it_cannot_be_moved_into_place_the_error_names_it_and_nothing_is_left()
    {
        Directory.CreateDirectory(At("page.html"));

        var error = Assert.Throws<IOException>(() => WholeFiles.Write(At("page.html"), ["new".AsMemory()]));

        Assert.StartsWith($"{At("page.html")}: cannot be written (", error.Message, StringComparison.Ordinal);
        Assert.Equal([At("page.html")], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        _folder.Write("taken", "a file");

        var error = Assert.Throws<IOException>(() => WholeFiles.WriteAll(At("taken"), new() { ["train.tsv"] = WholeFiles.Lines(["1"], default) }));

        Assert.Matches($"^{Regex.Escape(At("taken"))}: cannot be written \\(.+\\). Make room there, or choose another folder.$", error.Message);
        Assert.Equal("a file", File.ReadAllText(At("taken")));
    }

    [Fact]
    public void Of_several_files_none_is_replaced_before_all_are_written()
    {
        _folder.Write("train.tsv", "old");

        Assert.Throws<FormatException>(() => WholeFiles.WriteAll(_folder.Path, new() { ["train.tsv"] = WholeFiles.Lines(["new"], default), ["test.tsv"] = WholeFiles.Lines(Broken(), default) }));

        Assert.Equal("old", File.ReadAllText(At("train.tsv")));
        Assert.Equal([At("train.tsv")], Directory.GetFileSystemEntries(_folder.Path));
        static IEnumerable<string> Broken()
        {
            yield return "new";
            throw new FormatException();
        }
    }

    private string At(string name) => Path.Combine(_folder.Path, name);
}
