using System.Globalization;
using AdvRec.Evaluation;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace AdvRec.Studies;

/// <summary>A claim, and what the seeds say of it.</summary>
/// <param name="Claim">A sentence that a positive difference supports.</param>
/// <param name="Measure">What was measured, such as "HR@100".</param>
/// <param name="Difference">Mean over what was repeated, such as seeds or users, and 95 % interval.</param>
/// <param name="Unit">What follows the number, such as " points"; empty for a plain number.</param>
/// <param name="Decimals">Decimals to show.</param>
public sealed record Finding(string Claim, string Measure, Interval Difference, string Unit = "", int Decimals = 4)
{
    /// <summary>The verdict where nothing could be shown.</summary>
    public const string WithinNoise = "within noise";

    /// <summary>The verdict on a difference that is no number, such as that of drops from 0: neither sure nor noise.</summary>
    public const string NoValue = "no value";

    /// <summary>Two-sided p-value of the paired t-test; null where the interval alone decides.</summary>
    public double? P { get; init; }

    /// <summary>p-value corrected for all that is compared along with this; null where the interval alone decides.</summary>
    public double? CorrectedP { get; init; }

    /// <summary>
    /// The smallest true difference that as many repetitions would have found in four of five studies, before any correction, in the unit of the difference; null if not known.
    /// </summary>
    public double? SmallestVisible { get; init; }

    /// <summary>"yes" or "the opposite" where the interval excludes 0 and the corrected p-value, if there is one, is below .05; else "within noise", or "no value".</summary>
    public string Verdict => !double.IsFinite(Difference.Lower) || !double.IsFinite(Difference.Upper) ? NoValue
        : Difference.ContainsZero || CorrectedP >= 0.05 ? WithinNoise
        : Difference.Mean > 0 ? "yes" : "the opposite";

    /// <summary>Whether the verdict is one beyond noise, for the claim or against it.</summary>
    public bool IsSure => Verdict is not (WithinNoise or NoValue);

    /// <summary>Difference and interval as text, such as "+0.9 points [+0.6, +1.2]".</summary>
    public string Text => $"{WithSign(Difference.Mean, Decimals)}{Unit} [{WithSign(Difference.Lower, Decimals)}, {WithSign(Difference.Upper, Decimals)}]";

    /// <summary>What paired differences say of a claim.</summary>
    /// <param name="claim">A sentence that a positive difference supports.</param>
    /// <param name="measure">What was measured, such as "HR@100".</param>
    /// <param name="differences">At least 2, each independent of the others: one per seed, or one per user.</param>
    /// <param name="unit">What follows the number, such as " points"; empty for a plain number.</param>
    /// <param name="decimals">Decimals to show.</param>
    public static Finding Of(string claim, string measure, IReadOnlyList<double> differences, string unit = "", int decimals = 4)
    {
        var interval = Interval.Student(differences);
        var p = PairedComparison.TTest(differences);
        var freedom = differences.Count - 1;
        var quantiles = StudentT.InvCDF(0, 1, freedom, 0.975) + StudentT.InvCDF(0, 1, freedom, 0.8);
        return new(claim, measure, interval, unit, decimals)
        {
            P = double.IsNaN(p) ? 1 : p,
            SmallestVisible = quantiles * differences.StandardDeviation() / Math.Sqrt(differences.Count),
        };
    }

    /// <summary>The same findings, their verdicts corrected by Holm for all of them being asked at once; the intervals are not.</summary>
    /// <param name="findings">Made by <see cref="Of"/>; all that is printed together.</param>
    /// <exception cref="ArgumentException">A finding has no p-value.</exception>
    public static IReadOnlyList<Finding> Holm(IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        Finding[] all = [.. findings];
        if (all.FirstOrDefault(finding => finding.P is null) is { } without)
            throw new ArgumentException($"\"{without.Claim}\" ({without.Measure}) has no p-value to correct; make it with Finding.Of.", nameof(findings));
        var corrected = PairedComparison.Holm([.. all.Select(finding => finding.P!.Value)]);
        return [.. all.Select((finding, at) => finding with { CorrectedP = corrected[at] })];
    }

    /// <summary>A number behind its sign: one too small to show has none, nor has what is no number ("n/a"), such as the drop of a measure that was 0.</summary>
    /// <param name="value">Any.</param>
    /// <param name="decimals">0 to 15.</param>
    public static string WithSign(double value, int decimals)
    {
        if (double.IsNaN(value)) return "n/a";
        var size = double.IsInfinity(value) ? "∞" : Math.Abs(value).ToString($"F{decimals}", CultureInfo.InvariantCulture);
        var sign = size.All(digit => digit is '0' or '.') ? "" : value < 0 ? "−" : "+";
        return sign + size;
    }

    /// <summary>One line, such as "The attack costs less than before (AUC): yes, +0.9 points [+0.6, +1.2]".</summary>
    public override string ToString() => $"{Claim} ({Measure}): {Verdict}, {Text}";
}
