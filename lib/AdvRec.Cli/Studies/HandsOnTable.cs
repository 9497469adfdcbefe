using System.Globalization;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Studies;
using AdvRec.Training;
using Spectre.Console;

namespace AdvRec.Cli.Studies;

/// <summary>A table of the four stages: one run's figures, or the mean over seeds with its 95 % interval.</summary>
internal sealed class HandsOnTable : IHandsOnOutput
{
    private static readonly (string Name, Func<HandsOnResult, EvaluationResult> Of)[] Stages =
    [
        ("trained", result => result.Trained),
        ("attacked", result => result.Attacked),
        ("defended", result => result.Defended),
        ("defended, attacked", result => result.DefendedAttacked),
    ];

    private readonly List<HandsOnResult> _results = [];
    private readonly HandsOnOptions _options;

    public HandsOnTable(LeaveOneOutDataset data, HandsOnOptions options)
    {
        _options = options;
        Console.WriteLine(data);
    }

    public void OnEpoch(EpochResult epoch) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{epoch}, {epoch.Duration.TotalMilliseconds:F0} ms"));

    public void Add(HandsOnResult result)
    {
        _results.Add(result);
        Console.WriteLine($"seed {result.Options.Seed}: parameters {result.Model.Sha256()}");
    }

    public void Finish()
    {
        var table = new Table().Title(_results.Count == 1 ? $"{_options.Recipe}, 1 seed" : $"{_options.Recipe}, {_results.Count} seeds: means and their 95 % intervals");
        table.AddColumns(["stage", .. Measure.All.Select(measure => measure.At(_options.TopK))]);
        foreach (var (name, of) in Stages)
            table.AddRow([name, .. Measure.All.Select(measure => Cell(of, measure))]);
        AnsiConsole.Write(table);
        if (_results[^1].Trained.Caution is { } caution)
            Console.WriteLine(caution + ".");
    }

    private string Cell(Func<HandsOnResult, EvaluationResult> stage, Measure measure)
    {
        var values = _results.Select(result => stage(result).Mean[measure]).ToArray();
        if (values.Length == 1)
            return values[0].ToString("F4", CultureInfo.InvariantCulture);
        // Beside its mean, an interval would make the table wider than a terminal.
        return Markup.Escape(IntervalText.Of(Interval.Student(values), "F4").Replace(" [", "\n[", StringComparison.Ordinal));
    }
}
