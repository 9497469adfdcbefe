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

        var reports = Path.Combine(course, "reports");
        var (failed, pages) = await ReportAsync(Repository.Notebooks(), reports, cancellationToken);
        if (!parsed.GetValue(_noSolutions))
        {
            var solutions = await ReportAsync(Directory.GetFiles(Path.Combine(course, "notebooks", "solutions"), "*.dib").Order(StringComparer.Ordinal), Path.Combine(reports, "solutions"), cancellationToken);
            (failed, pages) = (failed || solutions.Failed, [.. pages, .. solutions.Pages]);
        }

        Console.WriteLine($"Packing {output}");
        cancellationToken.ThrowIfCancellationRequested();
        WholeFiles.Write(output, stream => new Bundle(course, pages, withSolutions: !parsed.GetValue(_noSolutions)).Write(stream));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{output}: {new FileInfo(output).Length / 1e6:0} MB. On the other machine, unpack it and open START.html."));
        return failed ? ExitCodes.Failed : ExitCodes.Success;
    }

    private static async Task<(bool Failed, IReadOnlyList<string> Pages)> ReportAsync(IEnumerable<string> paths, string folder, CancellationToken cancellationToken)
    {
        List<Notebook> notebooks = [.. paths.Select(NotebookArguments.Load)];
        var run = new RunOptions(TimeSpan.FromMinutes(5), Datasets.Shipped);
        var executed = await OutputFolder.UseAsync(folder, () =>
            ReportProgress.ShowAsync(notebooks, progress => new Report(new(folder, run.Dataset, run.Reproducible), run, progress).WriteAsync(notebooks, cancellationToken)));
        IEnumerable<string> names = ["index.html", .. notebooks.SelectMany(notebook => new[] { notebook.Name + ".html", notebook.Name + ".ipynb" })];
        return (executed.Any(notebook => notebook.Failed), [.. names.Select(name => Path.Combine(folder, name))]);
    }
}
