using System.Text.RegularExpressions;
using AdvRec.Cli.Notebooks;
using AdvRec.Cli.Reports.Html;
using AdvRec.Cli.Tests.Execution;

namespace AdvRec.Cli.Tests.Reports;

public sealed class CodeHighlighterTests
{
    [Fact]
    public void Types_of_a_referenced_library_are_known_even_when_an_imported_file_references_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write("lib.dib", $"#!csharp\n#r \"{SampleLibrary.Build(folder.Path)}\"\nusing Sample;");
        var notebook = Notebook.Load(folder.Write("x.dib", "#!csharp\n#!import ./lib.dib\n#!csharp\nvar x = new Shelf().First;"));

        var cells = CodeHighlighter.Highlight([.. notebook.Cells.Select(cell => cell.Text)], ScriptSurroundings.Of(notebook));

        Assert.Contains("#!import ./lib.dib", cells[0], StringComparison.Ordinal);
        Assert.Equal("<span class=\"k\">var</span> x = <span class=\"k\">new</span> <span class=\"t\">Shelf</span>().First;", cells[1]);
    }

    [Theory]
    [InlineData("./none.dib")]
    [InlineData("/dev/zero")]
    [InlineData("a\0b")]
    public void An_import_that_cannot_be_read_costs_nothing_but_its_colours(string file)
    {
        using var folder = new TemporaryFolder();
        var notebook = Notebook.Load(folder.Write("x.dib", $"#!csharp\n#!import {file}\n1 < 2"));

        var cells = CodeHighlighter.Highlight([.. notebook.Cells.Select(cell => cell.Text)], ScriptSurroundings.Of(notebook));

        Assert.EndsWith("<span class=\"n\">1</span> &lt; <span class=\"n\">2</span>", Assert.Single(cells), StringComparison.Ordinal);
    }

    // Each of them overflowed the stack, or took minutes.
    [Theory]
    [InlineData("(int a,(", 8000)]
    [InlineData("$\"{", 8000)]
    [InlineData("a switch{_=>", 8000)]
    [InlineData("a<b,", 5000)]
    [InlineData("a?.b", 100_000)]
    [InlineData("a.b().", 3000)]
    [InlineData("a+", 9000)]
    [InlineData("a?b:", 4000)]
    [InlineData("if(a);else ", 1500)]
    [InlineData("#if a\n", 100_000)]
    [InlineData("x", 1_000_000)]
    public void Code_that_no_compiler_can_take_has_no_colours_and_costs_the_others_none(string piece, int count)
    {
        var code = string.Concat(Enumerable.Repeat(piece, count));

        var cells = CodeHighlighter.Highlight(["var a = 1;", code, "var b = 2;"], new("", []));

        Assert.Equal("<span class=\"k\">var</span> a = <span class=\"n\">1</span>;", cells[0]);
        Assert.Equal(code, System.Net.WebUtility.HtmlDecode(cells[1]));
        Assert.Contains("b = ", cells[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_chain_of_calls_has_its_colours()
    {
        var chain = string.Concat(Enumerable.Repeat(".Append(\"a\")", 100));

        Assert.Equal(100, Regex.Count(CodeHighlighter.Highlight([$"new StringBuilder(){chain}"], new("", []))[0], "<span class=\"m\">Append</span>"));
    }
}
