using System.Globalization;
using AdvRec.Evaluation;

namespace AdvRec.Studies;

/// <summary>A claim, and what the seeds say of it.</summary>
/// <param name="Claim">A sentence that a positive difference supports.</param>
/// <param name="Measure">What was measured, such as "HR@100".</param>
/// <param name="Difference">Mean over seeds and 95 % interval.</param>
/// <param name="Unit">What follows the number, such as " points"; empty for a plain number.</param>
/// <param name="Decimals">Decimals to show.</param>
public sealed record Finding(string Claim, string Measure, Interval Difference, string Unit = "", int Decimals = 4)
{
    /// <summary>p-value corrected for all that is compared along with this; null where the interval alone decides.</summary>
    public double? CorrectedP { get; init; }

    /// <summary>The smallest difference that would probably have been seen, in the unit of the difference; null if not known.</summary>
    public double? SmallestVisible { get; init; }

    /// <summary>"yes" or "the opposite" where the interval excludes 0 and the corrected p-value, if there is one, is below .05; else "within noise".</summary>
    public string Verdict => Difference.ContainsZero || CorrectedP >= 0.05 ? "within noise" : Difference.Mean > 0 ? "yes" : "the opposite";

    /// <summary>One line, such as "The attack costs less than before (AUC): yes, +0.9 points [+0.6, +1.2]".</summary>
    public override string ToString() => $"{Claim} ({Measure}): {Verdict}, {Signed(Difference.Mean)}{Unit} [{Signed(Difference.Lower)}, {Signed(Difference.Upper)}]";

    /// <summary>With the sign of what is shown: a number too small to show has none.</summary>
    private string Signed(double value)
    {
        var size = Math.Abs(value).ToString($"F{Decimals}", CultureInfo.InvariantCulture);
        var sign = size.All(digit => digit is '0' or '.') ? "" : value < 0 ? "−" : "+";
        return sign + size;
    }
}
