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

    [Fact]
    public void An_import_that_is_not_there_costs_nothing_but_its_colours()
    {
        using var folder = new TemporaryFolder();
        var notebook = Notebook.Load(folder.Write("x.dib", "#!csharp\n#!import ./none.dib\n1 < 2"));

        var cells = CodeHighlighter.Highlight([.. notebook.Cells.Select(cell => cell.Text)], ScriptSurroundings.Of(notebook));

        Assert.EndsWith("<span class=\"n\">1</span> &lt; <span class=\"n\">2</span>", Assert.Single(cells), StringComparison.Ordinal);
    }
}
