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
    /// <summary>"yes" or "the opposite" where the interval excludes 0, else "within noise".</summary>
    public string Verdict => Difference.ContainsZero ? "within noise" : Difference.Mean > 0 ? "yes" : "the opposite";

    /// <summary>One line, such as "The attack costs less than before (AUC): yes, +0.9 points [+0.6, +1.2]".</summary>
    public override string ToString() => $"{Claim} ({Measure}): {Verdict}, {Signed(Difference.Mean)}{Unit} [{Signed(Difference.Lower)}, {Signed(Difference.Upper)}]";

    private string Signed(double value) => (value < 0 ? "−" : "+") + Math.Abs(value).ToString($"F{Decimals}", CultureInfo.InvariantCulture);
}
