using System.CommandLine;
using AdvRec.Cli.Reports;
using AdvRec.Cli.Reports.Teaching;

namespace AdvRec.Cli.Commands;

/// <summary><c>advrec report</c>: notebooks to pages.</summary>
internal sealed class ReportCommand : Command
{
    private readonly Option<string> _output = new("--output")
    {
        Description = "Folder of the pages; made if it is not there.",
        DefaultValueFactory = _ => "reports",
    };

    private readonly Option<bool> _reproducible = new("--reproducible")
    {
        Description = "Leave out dates and times, so that two runs give the same bytes.",
    };

    private readonly Option<bool> _noSolutions = new("--no-solutions")
    {
        Description = "Leave out the solutions of the notebooks, 'solutions/NAME-solutions.dib' beside each.",
    };

    private readonly Option<bool> _answers = new("--answers")
    {
        Description = "Open what the pages fold until their reader has guessed: for teachers.",
    };

    private readonly Option<bool> _teacher = new("--teacher")
    {
        Description = "Also write the teacher's pages, into the folder 'teacher' of the output: a key to every prediction, and worksheets of one A4 page each.",
    };

    private readonly NotebookArguments _notebooks = new();

    public ReportCommand()
        : base("report", "Run notebooks and write a page for each, and an index.")
    {
        _notebooks.AddTo(this);
        Add(_output);
        Add(_reproducible);
        Add(_noSolutions);
        Add(_answers);
        Add(_teacher);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var notebooks = _notebooks.Load(parsed);
        if (!parsed.GetValue(_noSolutions))
            notebooks = [.. notebooks, .. NotebookArguments.SolutionsOf(notebooks)];
        var pages = new PageNames(Path.GetFullPath(parsed.GetValue(_output)!));
        foreach (var notebook in notebooks)
            pages.Add(notebook);
        var run = _notebooks.Options(parsed) with { Reproducible = parsed.GetValue(_reproducible) };
        var options = new ReportOptions(pages.Folder, run.Dataset, run.Reproducible)
        {
            Answers = parsed.GetValue(_answers),
            Along = notebooks.Select(notebook => notebook.Path).ToHashSet(),
        };

        var executed = await OutputFolder.UseAsync(options.Output, notebooks.SelectMany(notebook => new[] { $"{notebook.Name}.ipynb", $"{notebook.Name}.html" }), () =>
            ReportProgress.ShowAsync(notebooks, progress => new Report(options, run, progress).WriteAsync(notebooks, cancellationToken)));
        foreach (var page in parsed.GetValue(_teacher) ? TeacherPages.Write(executed, options) : [])
            Console.WriteLine($"for the teacher -> {Path.GetRelativePath(Environment.CurrentDirectory, page)}");
        WriteWhereThePagesAre(Path.Combine(options.Output, $"{IndexPage.Name}.html"));
        if (_notebooks.AreAll(parsed) && AheadOfTime.TryStart())
            Console.WriteLine("In the background, once: the notebooks' compiler is compiled to machine code, so that later reports start faster.");
        return executed.Any(notebook => notebook.Failed) ? ExitCodes.Failed : ExitCodes.Success;
    }

    private static void WriteWhereThePagesAre(string index)
    {
        Console.WriteLine($"The pages: {new Uri(index).AbsoluteUri}");
        if (Console.IsOutputRedirected)
            return;
        var open = OperatingSystem.IsWindows() ? "start" : OperatingSystem.IsMacOS() ? "open" : "xdg-open";
        Console.WriteLine($"To open them: {open} {Path.GetRelativePath(Environment.CurrentDirectory, index)}");
    }
}
