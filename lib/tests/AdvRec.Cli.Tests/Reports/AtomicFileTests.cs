using AdvRec.Cli.Commands;
using AdvRec.Cli.Reports;

namespace AdvRec.Cli.Tests.Reports;

public sealed class AtomicFileTests
{
    [Fact]
    public void A_file_is_replaced_as_a_whole()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("page.html", "old");

        AtomicFile.Write(path, ["n".AsMemory(), "ew".AsMemory()]);

        Assert.Equal("new", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void Where_it_cannot_be_moved_into_place_nothing_is_left()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("page.html"));

        Assert.Throws<CommandException>(() => AtomicFile.Write(folder.At("page.html"), ["new".AsMemory()]));

        Assert.Equal([folder.At("page.html")], Directory.GetFileSystemEntries(folder.Path));
    }
}
