using AdvRec.Figures;
using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Html;
using AdvRec.Notebooks.Loading;
using AdvRec.Studies;

namespace AdvRec.Notebooks;

/// <content>Differences and their intervals.</content>
public static partial class Charts
{
    /// <summary>Differences and their 95 % intervals against a line at 0, grouped by claim, each with its verdict.</summary>
    /// <param name="title">Above the figure; any text.</param>
    /// <param name="findings">One or more, all in the same unit.</param>
    /// <exception cref="ArgumentException">No finding, or findings in different units.</exception>
    public static Plot Differences(string title, IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var all = findings.ToArray();
        DifferencesFigure.Check(all);
        return new Plot(title, DifferencesFigure.Note(all), DifferencesFigure.Table(all), FigureDrawer.Shared.Draw(DifferencesFigure.Of(all)));
    }

    private static class DifferencesFigure
    {
        public static string Note(Finding[] findings) => "Dots: mean differences; whiskers: 95 % intervals. " + (findings.Any(f => f.CorrectedP is not null)
            ? "Filled: the difference is beyond noise after Holm's correction; open: it is not, or its interval contains 0."
            : "Filled: the interval excludes 0; open: it contains 0, so the difference is within noise.");

        public static void Check(Finding[] findings)
        {
            if (findings.Length == 0) throw new ArgumentException("No finding to show; pass at least one.", nameof(findings));
            if (findings.FirstOrDefault(f => f.Unit != findings[0].Unit) is { } other)
                throw new ArgumentException($"Findings in {Unit(findings[0])} and findings in {Unit(other)} have no common axis; show those of one unit at a time.", nameof(findings));
        }

        public static ForestFigure Of(Finding[] findings) => new(
            Axis(findings),
            [.. findings.GroupBy(f => f.Claim).Select(group => new ForestGroup(group.Key, [.. group.Select(Row)]))]);

        public static Table Table(Finding[] findings) => new(
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

        private static string Axis(Finding[] findings) =>
            findings[0].Unit.Trim() is { Length: > 0 } unit ? $"difference ({unit})" : "difference";

        private static string Unit(Finding finding) => finding.Unit.Trim() is { Length: > 0 } unit ? $"'{unit}'" : "plain numbers";
    }
}
