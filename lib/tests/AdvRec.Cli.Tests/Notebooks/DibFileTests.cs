using AdvRec.Cli.Notebooks;

namespace AdvRec.Cli.Tests.Notebooks;

public sealed class DibFileTests
{
    private const string Header = """
        #!meta
        {"kernelInfo":{"defaultKernelName":"csharp","items":[{"name":"csharp","languageName":"C#","aliases":["C#","c#"]},{"name":"markdown","languageName":"Markdown","aliases":[]}]}}

        """;

    [Fact]
    public void A_marker_line_starts_a_cell() =>
        Assert.Equal(["csharp:1", "markdown:# Two", "csharp:3"], Parse("#!csharp\n1\n#!markdown\n# Two\n#!csharp\n3\n"));

    [Theory]
    [InlineData("csharp", "csharp")]
    [InlineData("c#", "csharp")]
    [InlineData("cs", "csharp")]
    [InlineData("fsharp", "fsharp")]
    [InlineData("f#", "fsharp")]
    [InlineData("fs", "fsharp")]
    [InlineData("html", "html")]
    [InlineData("http", "http")]
    [InlineData("javascript", "javascript")]
    [InlineData("js", "javascript")]
    [InlineData("mermaid", "mermaid")]
    [InlineData("pwsh", "pwsh")]
    [InlineData("powershell", "pwsh")]
    [InlineData("value", "value")]
    [InlineData("markdown", "markdown")]
    [InlineData("md", "markdown")]
    public void Every_language_has_its_names(string marker, string language) =>
        Assert.Equal([$"{language}:x"], Parse($"#!{marker}\nx"));

    [Theory]
    [InlineData("#!csharp ")]
    [InlineData("#!CSharp")]
    [InlineData(" #!csharp")]
    [InlineData("#!Markdown")]
    [InlineData("#!unknown")]
    public void A_line_that_is_not_exactly_a_marker_is_content(string line) =>
        Assert.Equal([$"csharp:1\n{line}\n2"], Parse($"#!csharp\n1\n{line}\n2"));

    [Fact]
    public void The_header_is_not_a_cell() => Assert.Equal(["csharp:1"], Parse(Header + "#!csharp\n1"));

    [Fact]
    public void The_header_adds_languages_and_aliases()
    {
        var text = """
            #!meta
            {"kernelInfo":{"defaultKernelName":"sql","items":[{"name":"sql","aliases":["tsql"]}]}}
            #!tsql
            select 1
            """;

        Assert.Equal(["sql:select 1"], Parse(text));
    }

    [Theory]
    [InlineData("#!meta\n{\"kernelInfo\":\n#!csharp\n1")]
    [InlineData("#!meta\n#!csharp\n1")]
    [InlineData("#!meta\n{}\nmore text\n#!csharp\n1")]
    [InlineData("#!csharp\n1\n#!metadata\n#!csharp\n2")]
    [InlineData("#!meta\n{\"kernelInfo\":{\"defaultKernelName\":null,\"items\":[{\"name\":null}]}}\n#!csharp\n1")]
    [InlineData("#!meta\n{\"kernelInfo\":{\"defaultKernelName\":\"python\",\"items\":[{\"name\":\"python\",\"aliases\":[\"csharp\"]}]}}\n#!csharp\n1")]
    public void A_header_that_is_not_json_is_rejected_with_its_line(string text)
    {
        var exception = Assert.Throws<NotebookFormatException>(() => Parse(text));

        Assert.Matches(@"^broken\.dib, line [13]: what follows #!meta is not the JSON of a notebook header", exception.Message);
    }

    [Fact]
    public void A_marker_inside_a_raw_string_splits_the_cell() =>
        Assert.Equal(["csharp:var s = \"\"\"", "markdown:\"\"\";"], Parse("#!csharp\nvar s = \"\"\"\n#!markdown\n\"\"\";"));

    [Fact]
    public void A_marker_inside_a_markdown_fence_splits_the_cell() =>
        Assert.Equal(["markdown:```", "csharp:1\n```"], Parse("#!markdown\n```\n#!csharp\n1\n```"));

    [Fact]
    public void Magic_commands_stay_in_their_cell() =>
        Assert.Equal(["csharp:#!import ./lib.dib\n#!time\n1"], Parse("#!csharp\n#!import ./lib.dib\n#!time\n1"));

    [Fact]
    public void Empty_lines_around_a_cell_are_trimmed_those_within_are_kept() =>
        Assert.Equal(["csharp:1\n\n2"], Parse("#!csharp\n\n\n1\n\n2\n\n\n"));

    [Fact]
    public void Empty_cells_are_dropped() => Assert.Equal(["csharp:1"], Parse("#!markdown\n\n#!csharp\n1\n#!html\n"));

    [Fact]
    public void An_empty_file_has_no_cells() => Assert.Empty(Parse(""));

    [Fact]
    public void A_byte_order_mark_is_ignored() => Assert.Equal(["markdown:x"], Parse("\uFEFF#!markdown\nx"));

    [Fact]
    public void Windows_line_ends_are_accepted() => Assert.Equal(["csharp:1\n2", "markdown:x"], Parse("#!csharp\r\n1\r\n2\r\n#!markdown\r\nx\r\n"));

    [Fact]
    public void Text_before_any_marker_is_csharp() => Assert.Equal(["csharp:1", "markdown:x"], Parse("1\n#!markdown\nx"));

    [Fact]
    public void Cells_know_their_line_and_text_is_not_numbered()
    {
        var cells = DibFile.Read("#!markdown\n\ntext\n#!csharp\n\n1\n#!html\n<p>\n", "any.dib");

        Assert.Equal([(0, 3), (1, 6), (2, 8)], cells.Select(cell => (cell.Number, cell.Line)));
    }

    private static IEnumerable<string> Parse(string text) => DibFile.Read(text, "broken.dib").Select(cell => $"{cell.Language}:{cell.Text}");
}
