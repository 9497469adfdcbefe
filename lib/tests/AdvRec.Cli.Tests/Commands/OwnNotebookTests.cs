using System.Text.Json.Nodes;
using AngleSharp.Html.Parser;

namespace AdvRec.Cli.Tests.Commands;

/// <summary>What readers bring: notebooks that have nothing to do with the course.</summary>
public sealed class OwnNotebookTests
{
    [Fact]
    public async Task A_jupyter_notebook_with_formulas_attachments_raw_cells_and_other_languages_comes_out_whole()
    {
        using var folder = new TemporaryFolder();
        folder.Write("own.ipynb", """
            {"nbformat":4,"nbformat_minor":0,"metadata":{"kernelspec":{"name":".net-csharp"}},"cells":[
              {"cell_type":"markdown","metadata":{},"attachments":{"dot.png":{"image/png":"iVBORw0KGgo="}},"source":"# Own\n\n$x^2 + \\int_0^1 y_i dy_i$ and ![dot](attachment:dot.png)\n\n$$\na_1 * b^2 * c\n$$"},
              {"cell_type":"raw","metadata":{},"source":"raw text"},
              {"cell_type":"code","metadata":{},"source":"#!fsharp\nlet x = 1","outputs":[],"execution_count":null},
              {"cell_type":"code","metadata":{},"source":"Console.Write(\"10 %\\r\\u001b[31mdone\\u001b[0m\");","outputs":[],"execution_count":null}]}
            """);

        var result = await CommandProcess.RunAsync(folder.Path, "report", "own.ipynb");
        var page = new HtmlParser().ParseDocument(File.ReadAllText(folder.At("reports/own.html")));
        var cells = JsonNode.Parse(File.ReadAllText(folder.At("reports/own.ipynb")))!["cells"]!.AsArray();

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["\\(x^2 + \\int_0^1 y_i dy_i\\)", "\\[\na_1 * b^2 * c\n\\]"], page.QuerySelectorAll(".math").Select(math => math.TextContent.Trim()));
        Assert.Empty(page.QuerySelectorAll(".math sup, .math em"));
        Assert.Equal("data:image/png;base64,iVBORw0KGgo=", page.QuerySelector(".text img")!.GetAttribute("src"));
        Assert.Contains("cells in 'fsharp' cannot be run here", page.QuerySelector("#cell-1 .error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("done", page.QuerySelector("#cell-2 .stdout .ansi-red")!.TextContent);
        Assert.Equal(["markdown", "raw", "code", "code"], cells.Select(cell => (string)cell!["cell_type"]!));
        Assert.Equal("iVBORw0KGgo=", (string)cells[0]!["attachments"]!["dot.png"]!["image/png"]!);
    }

    [Fact]
    public async Task An_input_is_given_on_the_command_line()
    {
        using var folder = new TemporaryFolder();
        folder.Write("asks.dib", "#!csharp\n#!set --name city --value @input:Town\ncity");

        var given = await CommandProcess.RunAsync(folder.Path, "run", "asks.dib", "--input", "Town=Ulm = Neu-Ulm");
        var missing = await CommandProcess.RunAsync(folder.Path, "run", "asks.dib");
        var wrong = await CommandProcess.RunAsync(folder.Path, "run", "asks.dib", "--input", "Town");

        Assert.Equal((0, "── asks, cell 1 ──\nUlm = Neu-Ulm\n"), (given.ExitCode, given.Output));
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("Give it with '--input Town=VALUE'", missing.Error, StringComparison.Ordinal);
        Assert.Equal((2, "advrec: --input Town: write it as NAME=VALUE.\n"), (wrong.ExitCode, wrong.Error));
    }

    [Fact]
    public async Task Magic_commands_of_the_engine_work()
    {
        using var folder = new TemporaryFolder();
        folder.Write("magic.dib", "#!csharp\nvar x = 3;\n#!who\n#!value --name text\nfrom the store\n#!csharp\n#!set --name copy --value @value:text\ncopy");

        var result = await CommandProcess.RunAsync(folder.Path, "run", "magic.dib");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.EndsWith("from the store\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_library_the_error_says_which_command_writes_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write("course.dib", "#!csharp\n#!import ./lib.dib");

        var result = await CommandProcess.RunAsync(folder.Path, "run", "course.dib");

        Assert.Contains("'dotnet build lib/AdvRec.Notebooks -c Release'", result.Error, StringComparison.Ordinal);
    }
}
