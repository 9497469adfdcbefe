using System.Text.Json.Nodes;
using AdvRec.Cli.Notebooks;
using AdvRec.Cli.Running;
using AdvRec.Cli.Tests.Execution;

namespace AdvRec.Cli.Tests.Reports;

public sealed class ExecutedIpynbTests(SampleCourse course)
{
    [Theory]
    [InlineData("01-first")]
    [InlineData("02-second")]
    public async Task It_is_a_valid_notebook(string name) => Assert.Equal("", await NotebookFormat.ComplaintsAsync(At(name)));

    [Fact]
    public void It_holds_text_code_and_outputs()
    {
        var notebook = JsonNode.Parse(File.ReadAllText(At("01-first")))!;
        var cells = notebook["cells"]!.AsArray();
        var squares = cells[2]!;

        Assert.Equal((4, 5), ((int)notebook["nbformat"]!, (int)notebook["nbformat_minor"]!));
        Assert.Equal(["markdown", "code", "code"], cells.Take(3).Select(cell => (string)cell!["cell_type"]!));
        Assert.Equal(2, (int)squares["execution_count"]!);
        Assert.Equal("5 squares, .txt\n", (string)squares["outputs"]![0]!["text"]![0]!);
        Assert.Equal("execute_result", (string)squares["outputs"]![1]!["output_type"]!);
        Assert.StartsWith("<table>", (string)squares["outputs"]![1]!["data"]!["text/html"]![0]!, StringComparison.Ordinal);
        Assert.Contains("text/plain", squares["outputs"]![1]!["data"]!.AsObject().Select(pair => pair.Key));
    }

    [Fact]
    public void Code_cells_tell_when_they_ran_as_Jupyter_keeps_it()
    {
        var execution = JsonNode.Parse(File.ReadAllText(At("01-first")))!["cells"]![1]!["metadata"]!["execution"]!;
        var started = (DateTimeOffset)execution["iopub.execute_input"]!;
        var ended = (DateTimeOffset)execution["shell.execute_reply"]!;

        Assert.Equal(TimeSpan.Zero, started.Offset);
        Assert.InRange(ended, started, DateTimeOffset.UtcNow);
    }

    [Fact]
    public void Errors_are_outputs_with_name_message_and_trace()
    {
        var output = JsonNode.Parse(File.ReadAllText(At("02-second")))!["cells"]![0]!["outputs"]![0]!;

        Assert.Equal("error", (string)output["output_type"]!);
        Assert.Equal("System.ArgumentException", (string)output["ename"]!);
        Assert.Equal("   at cell 1, line 2", (string)output["traceback"]!.AsArray()[^1]!);
    }

    [Fact]
    public void Read_again_it_has_the_same_cells_with_imports_that_still_lead_to_their_file()
    {
        var original = Notebook.Load(Path.Combine(course.Folder, "notebooks", "01-first.dib")).Cells;
        var copy = Notebook.Load(At("01-first")).Cells;

        Assert.Equal("#!import ../notebooks/lib.dib", copy[1].Text);
        Assert.Contains("[the second notebook](02-second.ipynb#errors)", copy[0].Text, StringComparison.Ordinal);
        Assert.Contains("![A dot](../notebooks/dot.png)", copy[0].Text, StringComparison.Ordinal);
        Assert.Equal(
            original.Select(cell => (cell.Number, cell.Language, cell.Text.Replace("./lib.dib", "../notebooks/lib.dib", StringComparison.Ordinal)
                .Replace("02-second.dib", "02-second.ipynb", StringComparison.Ordinal).Replace("(dot.png)", "(../notebooks/dot.png)", StringComparison.Ordinal))),
            copy.Select(cell => (cell.Number, cell.Language, cell.Text)));
    }

    [Fact]
    public async Task It_runs_again_to_the_same_outputs()
    {
        var again = await Run.FileAsync(At("02-second"));

        Assert.Equal([CellState.Failed, CellState.Failed, CellState.Succeeded], again.Cells.Select(cell => cell.State));
        Assert.Equal(["Result:still running"], again.Cells[2].Texts());
    }

    private string At(string name) => Path.Combine(course.Reports, name + ".ipynb");
}
