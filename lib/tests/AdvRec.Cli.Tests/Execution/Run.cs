using AdvRec.Cli.Notebooks;
using AdvRec.Cli.Running;
using AdvRec.Runner.Protocol;

namespace AdvRec.Cli.Tests.Execution;

/// <summary>Runs notebooks written in a test, in a process of their own as always.</summary>
internal static class Run
{
    public static async Task<ExecutedNotebook> FileAsync(string path, double cellSeconds = 120) =>
        await NotebookProcess.RunAsync(Notebook.Load(path), new(TimeSpan.FromSeconds(cellSeconds), "small"), _ => { }, TestContext.Current.CancellationToken);

    /// <summary>A notebook of these C# cells.</summary>
    public static async Task<IReadOnlyList<ExecutedCell>> CellsAsync(params string[] cells)
    {
        using var folder = new TemporaryFolder();
        return (await FileAsync(folder.Write("test.dib", string.Concat(cells.Select(cell => $"#!csharp\n{cell}\n"))))).Cells;
    }

    /// <summary>What a cell showed, in order, as <c>kind:text</c>.</summary>
    public static IEnumerable<string> Texts(this ExecutedCell cell) => cell.Outputs.Select(output => $"{output.Kind}:{output.Text.TrimEnd('\n')}");

    public static string Html(this CellOutput output) => output.Data["text/html"];
}
