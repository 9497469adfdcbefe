using AdvRec.Evaluation;
using AdvRec.Training;

namespace AdvRec.Notebooks.Tests;

internal static class Samples
{
    public const string Hostile = "</script><img src=x onerror=alert(1)>";

    public static readonly string[] HostileTexts =
    [
        Hostile,
        "<b>bold</b> & <a href=\"javascript:alert(1)\">link</a>",
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

    public static EpochResult[] Epochs(int plain = 3, int adversarial = 2) =>
    [
        .. Enumerable.Range(1, plain).Select(e => new EpochResult(e, 0.7 / Math.Sqrt(e), null, 1000, TimeSpan.FromSeconds(1))),
        .. Enumerable.Range(plain + 1, adversarial).Select(e => new EpochResult(e, 0.6 / Math.Sqrt(e), 1.1 / Math.Sqrt(e), 1000, TimeSpan.FromSeconds(1))),
    ];
}
