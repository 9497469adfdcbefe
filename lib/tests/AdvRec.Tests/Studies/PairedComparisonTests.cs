using AdvRec.Evaluation;
using AdvRec.Studies;

namespace AdvRec.Tests.Studies;

public class PairedComparisonTests
{
    private static readonly double[] Depression = [0.952, -0.147, 1.022, 0.43, 0.62, 0.59, 0.49, -0.08, 0.01];
    private static readonly double[] WithTies = [0, 0, 1, 1, -1, 2, 2, -3, 0, 1, 1, 1, 4, -2, 1, 1, -1, 2, 5, 0, 1, 2];

    [Theory]
    [InlineData(false, 0.016176627434908095, 0.04401098401295143)]
    [InlineData(true, 0.041055244122091626, 0.04504748504257581)]
    public void P_values_are_those_of_SciPy(bool ties, double student, double wilcoxon)
    {
        // scipy.stats 1.10: ttest_1samp(d, 0) and wilcoxon(d, mode='approx', correction=True); the first are Hollander and Wolfe's depression data.
        var comparison = PairedComparison.Of(ties ? WithTies : Depression);

        Assert.Equal(student, comparison.StudentP, 1e-9);
        Assert.Equal(wilcoxon, comparison.WilcoxonP, 1e-9);
    }

    [Fact]
    public void The_signed_rank_test_agrees_with_flipping_signs_at_random()
    {
        double[] sizes = [.. WithTies.Where(value => value != 0).Select(Math.Abs)];
        double[] ranks = [.. sizes.Select(size => sizes.Count(other => other < size) + (sizes.Count(other => other == size) + 1) / 2.0)];
        double[] signs = [.. WithTies.Where(value => value != 0).Select(value => (double)Math.Sign(value))];
        var observed = Math.Abs(ranks.Zip(signs, (rank, sign) => rank * sign).Sum());
        var random = new Golden.SplitMix(1);
        var atLeast = Enumerable.Range(0, 20_000).Count(_ => Math.Abs(ranks.Sum(rank => random.Next() % 2 == 0 ? rank : -rank)) >= observed - 1e-9);

        Assert.Equal(atLeast / 20_000.0, PairedComparison.Of(WithTies).WilcoxonP, 0.01);
    }

    [Fact]
    public void Users_are_paired()
    {
        // Users differ by a lot, the two models by one place each: only the pairs show it.
        int[] positions = [.. Enumerable.Range(0, 100).Select(user => 7 * user)], candidates = [.. positions.Select(_ => 1000)];
        var first = new EvaluationResult(positions, candidates, topK: 10);
        var second = new EvaluationResult([.. positions.Select((position, user) => Math.Max(0, position - 1 - user % 2))], candidates, topK: 10);

        var comparison = PairedComparison.Of(first, second, m => m.Auc);

        Assert.Equal(100, comparison.Users);
        Assert.Equal(second.Auc - first.Auc, comparison.Student.Mean, 12);
        Assert.False(comparison.Student.ContainsZero || comparison.Bootstrap.ContainsZero);
        Assert.True(comparison is { StudentP: < 1e-9, WilcoxonP: < 1e-9 });
        Assert.Equal(comparison.WilcoxonP, PairedComparison.Of(second, first, m => m.Auc).WilcoxonP, 12);
    }

    [Fact]
    public void Equal_models_do_not_differ()
    {
        var comparison = PairedComparison.Of(new double[50]);

        Assert.Equal(1, comparison.WilcoxonP);
        Assert.True(double.IsNaN(comparison.StudentP));
        Assert.True(comparison.Student.ContainsZero);
    }

    [Fact]
    public void Of_two_equal_models_one_in_twenty_is_called_different()
    {
        var random = new Golden.SplitMix(11);
        double Real() => (random.Next() >> 11) * (1.0 / (1UL << 53));
        var comparisons = Enumerable.Range(0, 1000).Select(_ => PairedComparison.Of([.. Enumerable.Range(0, 60).Select(_ => Real() - Real())])).ToList();

        Assert.InRange(comparisons.Count(one => one.StudentP < 0.05) / 1000.0, 0.03, 0.07);
        Assert.InRange(comparisons.Count(one => one.WilcoxonP < 0.05) / 1000.0, 0.03, 0.07);
    }

    [Fact]
    public void A_test_that_has_nothing_to_say_leaves_the_others_their_correction() =>
        Assert.Equal([0.03, double.NaN, 0.08], PairedComparison.Holm([0.01, double.NaN, 0.04]).Select(p => Math.Round(p, 12)));

    [Fact]
    public void Holms_correction_of_a_textbook_example() =>
        // Sorted 0.005, 0.01, 0.03, 0.04: times 4, 3, 2, 1, never below the one before.
        Assert.Equal([0.03, 0.06, 0.06, 0.02], PairedComparison.Holm([0.01, 0.04, 0.03, 0.005]).Select(p => Math.Round(p, 12)));

    [Fact]
    public void Results_of_different_users_cannot_be_paired()
    {
        var two = new EvaluationResult([1, 2], [10, 10], 5);

        Assert.Contains("same data", Assert.Throws<ArgumentException>(() => PairedComparison.Of(two, new EvaluationResult([1, 2, 3], [10, 10, 10], 5), m => m.Auc)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PairedComparison.Of([1.0]));
    }

    [Theory, InlineData(0.0341, "p = 0.034"), InlineData(1, "p = 1.000"), InlineData(0.0004, "p < 0.001"), InlineData(0, "p < 0.001")]
    public void A_p_value_is_never_shown_as_0(double p, string text) => Assert.Equal(text, PairedComparison.Text(p));
}
