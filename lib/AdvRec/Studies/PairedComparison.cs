using AdvRec.Evaluation;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace AdvRec.Studies;

/// <summary>
/// Two models compared user by user: each user is its own control, so that differences between users do not drown those between models.
/// </summary>
/// <param name="Users">Number of users.</param>
/// <param name="Student">Mean difference, second minus first, with the 95 % interval of Student's t.</param>
/// <param name="Bootstrap">The same with the 95 % interval of the percentile bootstrap over users.</param>
/// <param name="StudentP">Two-sided p-value of the paired t-test; NaN where all differences are the same.</param>
/// <param name="WilcoxonP">Two-sided p-value of the Wilcoxon signed-rank test.</param>
public sealed record PairedComparison(int Users, Interval Student, Interval Bootstrap, double StudentP, double WilcoxonP)
{
    /// <summary>Compares one measure of two models, evaluated on the same users.</summary>
    /// <param name="first">The model to compare with.</param>
    /// <param name="second">The model whose gain over the first is asked for.</param>
    /// <param name="measure">Which measure, such as <c>m => m.Ndcg</c>.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    /// <exception cref="ArgumentException">The two have different numbers of users, or fewer than two.</exception>
    public static PairedComparison Of(EvaluationResult first, EvaluationResult second, Func<Metrics, double> measure, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.UserCount != second.UserCount)
            throw new ArgumentException($"{first.UserCount} users in the first result, {second.UserCount} in the second; evaluate both on the same data.", nameof(second));
        return Of([.. second.PerUser(measure).Zip(first.PerUser(measure), (b, a) => b - a)], seed);
    }

    /// <summary>Compares by one difference per user.</summary>
    /// <param name="differences">Second minus first; at least 2.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static PairedComparison Of(IReadOnlyList<double> differences, ulong seed = 0)
    {
        var student = Interval.Student(differences);
        return new(differences.Count, student, Interval.Bootstrap(differences, seed: seed), TTest(differences), Wilcoxon(differences));
    }

    /// <summary>
    /// Holm's correction of several p-values (Holm 1979): with all that are compared, the chance of a single false "significant" stays below the level
    /// that the corrected values are held against.
    /// </summary>
    /// <param name="pValues">Each in [0, 1], or NaN where a test had nothing to say; that one counts as asked.</param>
    /// <returns>Corrected p-values, in the same order; NaN stays NaN.</returns>
    public static IReadOnlyList<double> Holm(IReadOnlyList<double> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        var corrected = new double[pValues.Count];
        double largest = 0;
        Array.Fill(corrected, double.NaN);
        foreach (var (rank, at) in Enumerable.Range(0, corrected.Length).Where(at => !double.IsNaN(pValues[at])).OrderBy(at => pValues[at]).Index())
            corrected[at] = largest = Math.Max(largest, Math.Min(1, (corrected.Length - rank) * pValues[at]));
        return corrected;
    }

    /// <summary>A p-value as one reads it: "p = 0.034", "p &lt; 0.001", never 0; "p n/a" for NaN.</summary>
    /// <param name="p">In [0, 1], or NaN.</param>
    public static string Text(double p) => double.IsNaN(p) ? "p n/a" : p < 0.001 ? "p < 0.001" : FormattableString.Invariant($"p = {p:F3}");

    /// <summary>Two-sided p-value of the paired t-test; NaN where all differences are the same.</summary>
    internal static double TTest(IReadOnlyList<double> differences)
    {
        var (mean, deviation) = differences.MeanStandardDeviation();
        var t = mean / (deviation / Math.Sqrt(differences.Count));
        return 2 * StudentT.CDF(0, 1, differences.Count - 1, -Math.Abs(t));
    }

    /// <summary>
    /// Wilcoxon 1945, by the normal approximation with correction for ties and continuity: differences of 0 are left out, those of equal size share their mean rank.
    /// </summary>
    private static double Wilcoxon(IReadOnlyList<double> differences)
    {
        var changed = differences.Where(difference => difference != 0).ToArray();
        if (changed.Length == 0)
            return 1;
        double[] sizes = [.. changed.Select(Math.Abs)];
        var ranks = ArrayStatistics.RanksInplace([.. sizes], RankDefinition.Average);
        var positive = changed.Zip(ranks).Where(pair => pair.First > 0).Sum(pair => pair.Second);

        double n = changed.Length;
        var ties = sizes.GroupBy(size => size).Sum(group => Math.Pow(group.Count(), 3) - group.Count());
        var deviation = Math.Sqrt(n * (n + 1) * (2 * n + 1) / 24 - ties / 48);
        var distance = Math.Abs(positive - n * (n + 1) / 4);
        return Math.Min(1, 2 * Normal.CDF(0, 1, -Math.Max(0, distance - 0.5) / deviation));
    }
}
