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
        var run = _notebooks.Options(parsed) with { Reproducible = parsed.GetValue(_reproducible) };
        var options = new ReportOptions(Path.GetFullPath(parsed.GetValue(_output)!), run.Dataset, run.Reproducible)
        {
            Answers = parsed.GetValue(_answers),
            Pages = [.. notebooks.Select(notebook => notebook.Name)],
        };

        var executed = await OutputFolder.UseAsync(options.Output, () =>
            ReportProgress.ShowAsync(notebooks, progress => new Report(options, run, progress).WriteAsync(notebooks, cancellationToken)));
        foreach (var page in parsed.GetValue(_teacher) ? TeacherPages.Write(executed, options) : [])
            Console.WriteLine($"for the teacher -> {Path.GetRelativePath(Environment.CurrentDirectory, page)}");
        return executed.Any(notebook => notebook.Failed) ? ExitCodes.Failed : ExitCodes.Success;
    }
}
