using System.Collections.Concurrent;
using AdvRec.Cli.Notebooks;
using AdvRec.Cli.Reports;
using AdvRec.Cli.Running;
using Spectre.Console;

namespace AdvRec.Cli.Commands;

/// <summary>A bar for each notebook on a terminal, a line for each elsewhere.</summary>
internal sealed class ReportProgress : IReportProgress
{
    // Bars that do not fit scroll instead of being overwritten.
    private const int LeastWidth = 60;
    private readonly Dictionary<Notebook, ProgressTask> _bars;
    private readonly ConcurrentQueue<ExecutedNotebook> _finished = new();

    private ReportProgress(Dictionary<Notebook, ProgressTask> bars) => _bars = bars;

    public static async Task<IReadOnlyList<ExecutedNotebook>> ShowAsync(IReadOnlyList<Notebook> notebooks, Func<IReportProgress, Task<IReadOnlyList<ExecutedNotebook>>> work)
    {
        if (!Terminal.CanOverwrite(Console.IsOutputRedirected) || Console.WindowWidth < LeastWidth || Console.WindowHeight <= notebooks.Count + 2)
            return await work(new ReportProgress([]));

        var hasColor = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var console = AnsiConsole.Create(new() { ColorSystem = hasColor ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors });
        ReportProgress? progress = null;
        try
        {
            return await console.Progress()
                .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new ElapsedTimeColumn(), new SpinnerColumn())
                .StartAsync(context => work(progress = new(notebooks.ToDictionary(
                    notebook => notebook, notebook => context.AddTask(Markup.Escape(notebook.Name), maxValue: notebook.Cells.Count(cell => cell.IsCode) + 1)))));
        }
        finally
        {
            foreach (var notebook in progress?._finished ?? [])
                WriteFailures(notebook);
        }
    }

    public void CellStarted(Notebook notebook, Cell cell)
    {
        if (_bars.TryGetValue(notebook, out var bar))
            bar.Description(Markup.Escape($"{notebook.Name}, cell {cell.Number}")).Value(cell.Number);
    }

    public void Finished(ExecutedNotebook executed, string page)
    {
        var shownPage = Path.GetRelativePath(Environment.CurrentDirectory, page);
        _finished.Enqueue(executed);
        if (_bars.TryGetValue(executed.Notebook, out var bar))
        {
            bar.Description(Markup.Escape(shownPage)).Value(bar.MaxValue);
            return;
        }

        var cells = executed.Cells.Count(cell => cell.Cell.IsCode);
        Console.WriteLine($"{executed.Notebook.Name}: {cells} cells in {Duration.Format(executed.Seconds)} -> {shownPage}");
        WriteFailures(executed);
    }

    private static void WriteFailures(ExecutedNotebook executed)
    {
        foreach (var cell in executed.FailedCells)
        {
            var error = cell.Outputs.LastOrDefault(output => output.Kind == Runner.Protocol.OutputKind.Error)?.Text.Split('\n')[0];
            var place = cell.Cell.Line == 0 ? "" : $", line {cell.Cell.Line}";
            Console.Error.WriteLine($"advrec: {executed.Notebook.Path}{place}: cell {cell.Cell.Number} failed: {error}");
        }
    }
}
