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
            f.Claim, f.Measure, f.Verdict,
            Finding.WithSign(f.Difference.Mean, f.Decimals), Finding.WithSign(f.Difference.Lower, f.Decimals), Finding.WithSign(f.Difference.Upper, f.Decimals)])],
        TextColumns: 3);

    private static ForestRow Row(Finding finding) => new(
        finding.Measure,
        finding.Difference.Mean, finding.Difference.Lower, finding.Difference.Upper,
        finding.Verdict,
        finding.IsSure,
        string.Join('\n', Isolated.Of(finding.Claim), $"{Isolated.Of(finding.Measure)}: {finding.Verdict}", finding.Text));

    private static string Axis(IReadOnlyList<Finding> findings) =>
        findings[0].Unit.Trim() is { Length: > 0 } unit ? $"difference ({unit})" : "difference";

    private static string Unit(Finding finding) => finding.Unit.Trim() is { Length: > 0 } unit ? $"'{unit}'" : "plain numbers";
}
