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
        OutputFolder.Prepare(Path.GetDirectoryName(output)!);

        IReadOnlyList<Notebook> notebooks = [.. Repository.Notebooks().Select(NotebookArguments.Load)];
        if (!parsed.GetValue(_noSolutions))
            notebooks = [.. notebooks, .. NotebookArguments.SolutionsOf(notebooks)];
        var run = new RunOptions(TimeSpan.FromMinutes(5), Datasets.Shipped);
        var reports = new ReportOptions(Path.Combine(course, "reports"), run.Dataset, run.Reproducible) { Pages = [.. notebooks.Select(notebook => notebook.Name)] };
        var executed = await OutputFolder.UseAsync(reports.Output, () =>
            ReportProgress.ShowAsync(notebooks, progress => new Report(reports, run, progress).WriteAsync(notebooks, cancellationToken)));
        string[] pages = ["index.html", .. reports.Pages.SelectMany(name => new[] { name + ".html", name + ".ipynb" })];

        Console.WriteLine($"Packing {output}");
        cancellationToken.ThrowIfCancellationRequested();
        WholeFiles.Write(output, stream => new Bundle(course, [.. pages.Select(page => Path.Combine(reports.Output, page))], withSolutions: !parsed.GetValue(_noSolutions)).Write(stream));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{output}: {new FileInfo(output).Length / 1e6:0} MB. On the other machine, unpack it and open START.html."));
        return executed.Any(notebook => notebook.Failed) ? ExitCodes.Failed : ExitCodes.Success;
    }
}
