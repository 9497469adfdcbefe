using AdvRec.Cli.Notebooks;
using AdvRec.Cli.Running;
using AdvRec.Data;
using AdvRec.Runner.Protocol;

namespace AdvRec.Cli.Reports;

/// <summary>Runs notebooks and writes their pages: as many at a time as there are cores, but two at most, for they compute themselves.</summary>
internal sealed class Report(ReportOptions options, RunOptions runOptions, IReportProgress progress)
{
    private const int MostAtATime = 2;

    /// <exception cref="AggregateException">Pages could not be made or written; the others, and the index, are there.</exception>
    public async Task<IReadOnlyList<ExecutedNotebook>> WriteAsync(IReadOnlyList<Notebook> notebooks, CancellationToken cancellationToken)
    {
        var pages = new (ExecutedNotebook? Executed, IndexEntry Entry, Exception? Problem)[notebooks.Count];
        var parallelism = new ParallelOptions { MaxDegreeOfParallelism = Math.Min(MostAtATime, Environment.ProcessorCount), CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, notebooks.Count, parallelism, async (index, token) => pages[index] = await TryAsync(notebooks[index], token));
        WholeFiles.Write(Path.Combine(options.Output, $"{IndexPage.Name}.html"), IndexPage.Render([.. pages.Select(page => page.Entry)], options));
        var problems = pages.Select(page => page.Problem).OfType<Exception>().ToList();
        return problems.Count == 0 ? [.. pages.Select(page => page.Executed!)] : throw new AggregateException(problems);
    }

    private async Task<(ExecutedNotebook? Executed, IndexEntry Entry, Exception? Problem)> TryAsync(Notebook notebook, CancellationToken cancellationToken)
    {
        try
        {
            var (executed, entry) = await WriteAsync(notebook, cancellationToken);
            return (executed, entry, null);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            return (null, IndexEntry.WithoutPage(notebook.Name), problem is IOException and not (FileNotFoundException or FileLoadException) ? problem : new LostPageException(notebook.Path, problem));
        }
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
