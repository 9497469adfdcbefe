using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Studies;
using AdvRec.Training;

namespace AdvRec.Notebooks.Tests;

internal static class Samples
{
    public const string Hostile = "</script><img src=x onerror=alert(1)>";

    public static readonly string[] HostileTexts =
    [
        Hostile,
        "<b>bold</b> & <a href=\"javascript:alert(1)\">link</a>",
        "@data {data} \u202Eright to left\u202C \u200F\u05E9\u05DC\u05D5\u05DD",
        string.Concat(Enumerable.Repeat("a long title ", 400)) + new string('w', 5000),
        "$\\alpha$ %{meta.wideFrom} %{x} \u2028\u2029 \"quoted\" 'so' <!-- <script>alert(1)</script>",
    ];

    /// <summary>Results of 400 users among 1000 candidates; the higher the quality, the higher the ranks.</summary>
    public static EvaluationResult Result(double quality, int topK = 100)
    {
        var positions = Enumerable.Range(0, 400).Select(user => (int)(1000 * Math.Pow((user + 0.5) / 400, quality))).ToArray();
        return new EvaluationResult(positions, [.. positions.Select(_ => 1000)], topK);
    }

    public static Plot TwoModels(string first = "BPR-MF", string second = "adversarially trained", string? title = null) => Charts.MetricDrops(
        title,
        new MetricDrop(first, Result(3), Result(1.2)),
        new MetricDrop(second, Result(2.8), Result(2.2)));

    /// <summary>One figure of every kind, with a name that somebody else chose wherever there is room for one.</summary>
    public static Plot[] EveryKind(string name = "name", string? title = null) =>
    [
        Charts.Loss(Epochs(), title),
        Curves(name, title),
        Charts.Scatter(title ?? "Scatter", name, "height (m)", new ScatterOptions { EqualScale = true, Diagonal = true, Note = name }, Groups(name)),
        Charts.HeatMap(title ?? "Heat map", "attack's ε", ["0.1", name, "1"], "defence", ["none", name], [[1, 2.5, double.NaN], [40, 50, 99.9]], name),
        Charts.Differences(title ?? "Differences", Findings(name)),
    ];

    /// <summary>Four curves with bands over a logarithmic axis, and a level.</summary>
    public static Plot Curves(string name = "name", string? title = null) => Charts.Curves(
        title ?? "Curves", "perturbation budget ε (length of the step)", "HR@100 (share of users)",
        new CurveOptions { LogX = true, Note = name, Reference = (name, 0.1) },
        [.. Enumerable.Range(1, 4).Select(i => Curve.Of(i == 1 ? name : $"curve {i}", new[] { 0.1, 0.5, 1, 2 }.Select(x => (x, Around(0.5 - 0.1 * i * x, 0.03)))))]);

    public static PointGroup[] Groups(string name = "name") =>
    [
        .. Enumerable.Range(1, 4).Select(i => new PointGroup(i == 1 ? name : $"group {i}", [new(i, i * i, name), new(i + 0.5, i, "other")])),
    ];

    public static Finding[] Findings(string name = "name") =>
    [
        new("The attack costs more than random noise of the same size", "HR@100", Around(30, 4), " points", 1),
        new("The attack costs more than random noise of the same size", "nDCG@100", Around(-5, 2), " points", 1),
        new(name, "AUC", Around(0.1, 0.5), " points", 1),
    ];

    public static Interval Around(double mean, double half) => new(mean - half, mean, mean + half);

    /// <summary>Two users and six items; user 0 knows items 0 and 1, and item 3 is held out.</summary>
    public static LeaveOneOutDataset Films(string title = "Film 2") => new(
        "films", [(0, 0), (0, 1), (1, 1), (1, 2)], [3, 4],
        [.. Enumerable.Range(0, 6).Select(i => new Item(i, $"{i}", i == 2 ? title : $"Film {i}", i == 2 ? ["Comedy", "Drama"] : []))], itemCount: 6);

    public static EpochResult[] Epochs(int plain = 3, int adversarial = 2) =>
    [
        .. Enumerable.Range(1, plain).Select(e => new EpochResult(e, 0.7 / Math.Sqrt(e), null, 1000, TimeSpan.FromSeconds(1))),
        .. Enumerable.Range(plain + 1, adversarial).Select(e => new EpochResult(e, 0.6 / Math.Sqrt(e), 1.1 / Math.Sqrt(e), 1000, TimeSpan.FromSeconds(1))),
    ];
}
