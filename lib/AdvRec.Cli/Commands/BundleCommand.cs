using System.CommandLine;
using System.Globalization;
using AdvRec.Cli.Bundles;
using AdvRec.Cli.Notebooks;
using AdvRec.Cli.Reports;
using AdvRec.Cli.Running;
using AdvRec.Data;

namespace AdvRec.Cli.Commands;

/// <summary><c>advrec bundle</c>: the course in one file that needs no network.</summary>
internal sealed class BundleCommand : Command
{
    private readonly Option<string> _output = new("--output") { Description = "The file to write, such as workshop.zip.", Required = true, HelpName = "FILE" };

    private readonly Option<bool> _noSolutions = new("--no-solutions") { Description = "Leave out the solutions of the exercises." };

    public BundleCommand()
        : base("bundle", "Run the course and pack it, with its pages and the packages that it needs, for machines with the .NET SDK and no network.")
    {
        Add(_output);
        Add(_noSolutions);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var course = Repository.Checkout();
        var output = Path.GetFullPath(parsed.GetValue(_output)!);
        OutputFolder.Prepare(Path.GetDirectoryName(output)!, [Path.GetFileName(output)]);

        IReadOnlyList<Notebook> notebooks = [.. Repository.Notebooks().Select(NotebookArguments.Load)];
        if (!parsed.GetValue(_noSolutions))
            notebooks = [.. notebooks, .. NotebookArguments.SolutionsOf(notebooks)];
        // Not reports/, whose earlier pages this run's would lead to; but as deep, so that imports are right.
        var pages = Path.Combine(course, $".reports.{Environment.ProcessId}.tmp");
        try
        {
            var run = new RunOptions(TimeSpan.FromMinutes(5), Datasets.Shipped);
            var options = new ReportOptions(pages, run.Dataset, run.Reproducible) { Along = notebooks.Select(notebook => notebook.Path).ToHashSet() };
            var executed = await OutputFolder.UseAsync(pages, notebooks.Select(notebook => $"{notebook.Name}.ipynb"), () =>
                ReportProgress.ShowAsync(notebooks, progress => new Report(options, run, progress).WriteAsync(notebooks, cancellationToken)));
            Console.WriteLine($"Packing {output}");
            WholeFiles.Write(output, stream => new Bundle(course, pages, withSolutions: !parsed.GetValue(_noSolutions)).Write(stream, cancellationToken));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{output}: {new FileInfo(output).Length / 1e6:0} MB. On the other machine, unpack it and open START.html."));
            return executed.Any(notebook => notebook.Failed) ? ExitCodes.Failed : ExitCodes.Success;
        }
        finally
        {
            if (Directory.Exists(pages))
                Directory.Delete(pages, recursive: true);
        }
    }
}
