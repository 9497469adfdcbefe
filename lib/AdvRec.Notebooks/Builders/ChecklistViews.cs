using AdvRec.Evaluation;
using AdvRec.Notebooks.Html;
using AdvRec.Studies;
using static System.FormattableString;

namespace AdvRec.Notebooks.Builders;

/// <summary>What <see cref="Charts.Checklist"/> and <see cref="Tables.Checklist"/> show.</summary>
internal static class ChecklistViews
{
    public static Plot Grid(RobustnessChecklist checklist, Measure measure)
    {
        var models = checklist.Entries.GroupBy(Name).ToList();
        return Charts.HeatMap(
            $"What the attacks cost, {measure.At(checklist.Options.TopK)}",
            Invariant($"attack (ε = {checklist.Options.Epsilon}; in proportion: {checklist.Options.Share:P0} of a row)"),
            [.. models[0].Select(entry => entry.Attack)],
            "model",
            [.. models.Select(model => model.Key)],
            [.. models.Select(model => (IReadOnlyList<double>)[.. model.Select(entry => entry.Result.Drop[measure])])],
            "drop (%)");
    }

    public static NotebookTable Verdicts(RobustnessChecklist checklist)
    {
        var o = checklist.Options;
        return new(
            "Robustness checklist",
            new Table(
                ["Claim", .. Measure.All.Select(measure => measure.At(o.TopK))],
                [.. checklist.Findings.GroupBy(finding => finding.Claim).Select(claim => (IReadOnlyList<string>)[claim.Key, .. claim.Select(Verdict)])]),
            Invariant($"Mean differences over {checklist.Entries[0].Result.Clean.UserCount:N0} users, {o.Draws} draws of each attack; {checklist.Findings.Count} verdicts, corrected by Holm."));
    }

    private static string Name(ChecklistEntry entry) => entry.Model == entry.LengthsOf
        ? Invariant($"{entry.Model} (rows {entry.UserLength:F1}, {entry.ItemLength:F1})")
        : $"{entry.Model}, rows as long as {entry.LengthsOf}'s";

    private static string Verdict(Finding finding) => $"{finding.Verdict}, {Finding.WithSign(finding.Difference.Mean, finding.Decimals)}";
}
