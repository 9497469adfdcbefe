using AdvRec.Cli.Reports;

namespace AdvRec.Cli.Tests.Reports;

public sealed class MovedLinksTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public MovedLinksTests()
    {
        foreach (var folder in (string[])["course/solutions", "course/images", "out/solutions"])
            Directory.CreateDirectory(_folder.At(folder));
        foreach (var file in (string[])["README.md", "course/a.dib", "course/b.dib", "course/c d.dib", "course/solutions/a.dib", "course/images/x.png", "out/b.ipynb", "out/solutions/a.ipynb"])
            _folder.Write(file, "");
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.dib", "a.ipynb")]
    [InlineData("./a.dib#part-2", "a.ipynb#part-2")]
    [InlineData("b.dib", "b.ipynb")]
    [InlineData("solutions/a.dib", "solutions/a.ipynb")]
    [InlineData("c%20d.dib?x", "../course/c%20d.dib?x")]
    [InlineData("images/x.png", "../course/images/x.png")]
    [InlineData("../README.md#data", "../README.md#data")]
    [InlineData("none.dib", "none.dib")]
    [InlineData("none.txt", "none.txt")]
    [InlineData("#below", "#below")]
    [InlineData("", "")]
    [InlineData("https://example.org/a.dib", "https://example.org/a.dib")]
    [InlineData("//example.org/a.dib", "//example.org/a.dib")]
    [InlineData("mailto:a@example.org", "mailto:a@example.org")]
    [InlineData("/a.dib", "/a.dib")]
    [InlineData("a%00.dib", "a%00.dib")]
    public void A_link_leads_to_the_copy_where_there_is_one_else_to_the_file(string link, string moved) =>
        Assert.Equal(moved, Links().Move(link));

    [Theory]
    [InlineData("[a](a.dib) `[a](a.dib)` ![x](images/x.png 'title')", "[a](a.ipynb) `[a](a.dib)` ![x](../course/images/x.png 'title')")]
    [InlineData("[c](<c d.dib>) and [a][1]\n\n[1]: a.dib \"A\"", "[c](<../course/c%20d.dib>) and [a][1]\n\n[1]: a.ipynb \"A\"")]
    [InlineData("| [a](a.dib) |\n|---|\n| <a href='a.dib'>a</a> |", "| [a](a.ipynb) |\n|---|\n| <a href='a.ipynb'>a</a> |")]
    [InlineData("<p>\n<img alt=\"\" src=\"images/x.png\">\n</p>", "<p>\n<img alt=\"\" src=\"../course/images/x.png\">\n</p>")]
    [InlineData("```\n[a](a.dib)\n```", "```\n[a](a.dib)\n```")]
    [InlineData("$[a](a.dib)$ <https://example.org>", "$[a](a.dib)$ <https://example.org>")]
    [InlineData("![x](attachment:x.png) [😀 a](a.dib) ü [b](b.dib)", "![x](attachment:x.png) [😀 a](a.ipynb) ü [b](b.ipynb)")]
    public void In_the_source_of_a_text_cell_nothing_but_links_changes(string text, string moved) =>
        Assert.Equal(moved, MarkdownLinks.Move(text, Links()));

    [Fact]
    public void Text_nested_too_deeply_stays_as_it_is()
    {
        var text = new string('>', 30_000) + "[a](a.dib)";

        Assert.Equal(text, MarkdownLinks.Move(text, Links()));
    }

    private MovedLinks Links() => new(_folder.At("course"), _folder.At("out"), ".ipynb", [_folder.At("course/a.dib")]);
}
