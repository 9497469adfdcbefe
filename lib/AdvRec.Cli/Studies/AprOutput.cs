using System.Globalization;
using System.Text.Json;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Studies;

namespace AdvRec.Cli.Studies;

/// <summary>Shows a study of Adversarial Personalized Ranking: as tab-separated tables and sentences, or as one JSON object.</summary>
internal static class AprOutput
{
    private static readonly (string Name, Func<AprCheckpoint, double> Of, string Format)[] Columns =
    [
        ("epoch", at => at.Epoch, "F0"),
        ("HR", at => at.Clean.HitRatio, "F4"),
        ("nDCG", at => at.Clean.Ndcg, "F4"),
        ("AUC", at => at.Clean.Auc, "F4"),
        ("HR drop %", at => at.Drop.HitRatio, "F1"),
        ("nDCG drop %", at => at.Drop.Ndcg, "F1"),
        ("AUC drop %", at => at.Drop.Auc, "F2"),
        ("nDCG drop %, rows as long", at => at.RescaledDrop!.Ndcg, "F1"),
        ("users' rows", at => at.UserLength, "F2"),
        ("items' rows", at => at.ItemLength, "F2"),
    ];

    public static void WriteTables(LeaveOneOutDataset data, AprStudy study)
    {
        var o = study.Options;
        Console.WriteLine(data);
        Console.WriteLine(FormattableString.Invariant(
            $"{o.Seeds} seeds, {o.PlainEpochs} + {o.MoreEpochs} epochs, ε = {o.Epsilon}, {o.Draws} attacks a measurement, K = {o.TopK}; epochs and L2 chosen on validation items."));
        Console.WriteLine("model\t" + string.Join('\t', Columns.Select(column => column.Name)));
        foreach (var variant in Enum.GetValues<AprVariant>())
            Console.WriteLine(variant + "\t" + string.Join('\t', Columns.Select(column => IntervalText.Of(study.Chosen(variant, column.Of), column.Format))));
        Console.WriteLine("L2 chosen: " + string.Join(", ", study.Runs.Select(seed => seed[(int)AprVariant.L2].L2.ToString(CultureInfo.InvariantCulture))));
        foreach (var finding in study.Findings)
            Console.WriteLine($"{finding}, {PairedComparison.Text(finding.CorrectedP!.Value)}, smallest visible {finding.SmallestVisible!.Value.ToString($"F{finding.Decimals}", CultureInfo.InvariantCulture)}");
        foreach (var claim in study.Findings.GroupBy(finding => finding.Claim))
            Console.WriteLine($"{claim.Key}? {string.Join(", ", claim.Select(finding => $"{finding.Measure} {finding.Verdict}"))}");
        // How many candidates there are depends on the data alone.
        if (new LeaveOneOutEvaluator(data, o.TopK).Evaluate(new MostPopular(data)).Caution is { } caution)
            Console.WriteLine(caution + ".");
    }

    public static void WriteJson(LeaveOneOutDataset data, AprStudy study) => Console.WriteLine(JsonSerializer.Serialize(new
    {
        dataset = data.Name,
        options = study.Options,
        models = Enum.GetValues<AprVariant>().Select(variant => new
        {
            model = variant.ToString(),
            l2 = study.Runs.Select(seed => seed[(int)variant].L2),
            chosen = Columns.ToDictionary(column => column.Name, column => Parts(study.Chosen(variant, column.Of))),
            ndcg = study.Curve(variant, at => at.Clean.Ndcg).Select(at => new { epoch = at.Epoch, value = Parts(at.Value) }),
            ndcgDrop = study.Curve(variant, at => at.Drop.Ndcg).Select(at => new { epoch = at.Epoch, value = Parts(at.Value) }),
        }),
        findings = study.Findings.Select(finding => new
        {
            claim = finding.Claim,
            measure = finding.Measure,
            verdict = finding.Verdict,
            difference = Parts(finding.Difference),
            correctedP = finding.CorrectedP,
            smallestVisible = finding.SmallestVisible,
        }),
    }));

    /// <summary>JSON has no word for what is not a number, such as the drop from 0.</summary>
    private static double?[] Parts(Interval interval) =>
        [.. ((double[])[interval.Lower, interval.Mean, interval.Upper]).Select(value => double.IsFinite(value) ? value : (double?)null)];
}
