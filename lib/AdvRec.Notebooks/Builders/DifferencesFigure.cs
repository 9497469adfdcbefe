using AdvRec.Figures;
using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Html;
using AdvRec.Studies;

namespace AdvRec.Notebooks.Builders;

/// <summary>What <see cref="Charts.Differences"/> shows, as a figure and as a table.</summary>
internal static class DifferencesFigure
{
    public static string Note(IReadOnlyList<Finding> findings) => "Dots: mean differences; whiskers: 95 % intervals. " + (findings.Any(f => f.CorrectedP is not null)
        ? "Filled: the difference is beyond noise after Holm's correction; open: it is not, or its interval contains 0."
        : "Filled: the interval excludes 0; open: it contains 0, so the difference is within noise.");

    public static void Check(IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0) throw new ArgumentException("No finding to show; pass at least one.", nameof(findings));
        if (findings.FirstOrDefault(f => f.Unit != findings[0].Unit) is { } other)
            throw new ArgumentException($"Findings in {Unit(findings[0])} and findings in {Unit(other)} have no common axis; show those of one unit at a time.", nameof(findings));
    }

    public static ForestFigure Of(IReadOnlyList<Finding> findings) => new(
        Axis(findings),
        [.. findings.GroupBy(f => f.Claim).Select(group => new ForestGroup(group.Key, [.. group.Select(Row)]))]);

    public static Table Table(IReadOnlyList<Finding> findings) => new(
        ["Claim", "Measure", "Verdict", Axis(findings), "Lower end", "Upper end"],
        [.. findings.GroupBy(f => f.Claim).SelectMany(group => group).Select(f => (IReadOnlyList<string>)[
            f.Claim, f.Measure, Verdict(f),
            NumberText.Signed(f.Difference.Mean, f.Decimals), NumberText.Signed(f.Difference.Lower, f.Decimals), NumberText.Signed(f.Difference.Upper, f.Decimals)])],
        TextColumns: 3);

    private static ForestRow Row(Finding finding) => new(
        finding.Measure,
        finding.Difference.Mean, finding.Difference.Lower, finding.Difference.Upper,
        Verdict(finding),
        finding.Verdict != Finding.WithinNoise,
        string.Join('\n', Isolated.Of(finding.Claim), $"{Isolated.Of(finding.Measure)}: {Verdict(finding)}", Range(finding)));

    private static string Range(Finding finding)
    {
        var (lower, mean, upper) = finding.Difference;
        return $"{NumberText.Signed(mean, finding.Decimals)}{finding.Unit} [{NumberText.Signed(lower, finding.Decimals)}, {NumberText.Signed(upper, finding.Decimals)}]";
    }

    // A difference that is no number is neither sure nor noise.
    private static string Verdict(Finding finding) =>
        double.IsFinite(finding.Difference.Lower) && double.IsFinite(finding.Difference.Upper) ? finding.Verdict : "no value";

    private static string Axis(IReadOnlyList<Finding> findings) =>
        findings[0].Unit.Trim() is { Length: > 0 } unit ? $"difference ({unit})" : "difference";

    private static string Unit(Finding finding) => finding.Unit.Trim() is { Length: > 0 } unit ? $"'{unit}'" : "plain numbers";
}
