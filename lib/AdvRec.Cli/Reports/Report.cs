using AdvRec.Cli.Notebooks;
using AdvRec.Cli.Running;
using AdvRec.Data;
using AdvRec.Runner.Protocol;

namespace AdvRec.Cli.Reports;

/// <summary>Runs notebooks and writes their pages: as many at a time as there are cores, but two at most, for they compute themselves.</summary>
internal sealed class Report(ReportOptions options, RunOptions runOptions, IReportProgress progress)
{
    private const int MostAtATime = 2;

    public async Task<IReadOnlyList<ExecutedNotebook>> WriteAsync(IReadOnlyList<Notebook> notebooks, CancellationToken cancellationToken)
    {
        var entries = new (ExecutedNotebook Executed, IndexEntry Entry)[notebooks.Count];
        var parallelism = new ParallelOptions { MaxDegreeOfParallelism = Math.Min(MostAtATime, Environment.ProcessorCount), CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, notebooks.Count, parallelism, async (index, token) => entries[index] = await WriteAsync(notebooks[index], token));
        WholeFiles.Write(Path.Combine(options.Output, "index.html"), IndexPage.Render([.. entries.Select(entry => entry.Entry)], options));
        return [.. entries.Select(entry => entry.Executed)];
    }

    private async Task<(ExecutedNotebook Executed, IndexEntry Entry)> WriteAsync(Notebook notebook, CancellationToken cancellationToken)
    {
        var run = NotebookProcess.RunAsync(notebook, runOptions, Show, cancellationToken);
        // What does not depend on the outputs is rendered while the cells run.
        var rendering = Task.Run(() => new NotebookPage(notebook, options), cancellationToken);
        var executed = await run;
        if (options.Answers)
            FoldedAnswers.Open(executed);
        var page = await rendering;

        var path = Path.Combine(options.Output, notebook.Name + ".html");
        await Task.WhenAll(
            Task.Run(() => WholeFiles.Write(path, page.Render(executed)), cancellationToken),
            Task.Run(() => WholeFiles.Write(Path.ChangeExtension(path, ".ipynb"), stream => ExecutedIpynb.Write(stream, executed, options)), cancellationToken));
        progress.Finished(executed, path);
        return (executed, new(notebook.Name, page.Title, page.Opening, executed.Failed, executed.Seconds, Thumbnail.Of(executed)));

        void Show(RunEvent runEvent)
        {
            if (runEvent is CellStarted started)
                progress.CellStarted(notebook, notebook.Cells[started.Cell]);
        }
    }
}
