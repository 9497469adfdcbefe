using AdvRec.Evaluation;
using AdvRec.Studies;

namespace AdvRec.Tests.Studies;

public class FindingTests
{
    [Fact]
    public void No_sign_stands_before_digits_that_are_all_zero() =>
        Assert.EndsWith("[0.0000, +0.0020]", new Finding("It helps", "AUC", new Interval(-0.00001, 0.001, 0.002)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void What_is_no_number_is_neither_sure_nor_noise() =>
        Assert.Equal("It helps (nDCG@7): no value, n/a points [n/a, n/a]", Finding.Of("It helps", "nDCG@7", [double.NaN, 1], " points").ToString());

    [Fact]
    public void A_difference_that_does_not_survive_the_correction_is_within_noise()
    {
        var finding = new Finding("It helps", "AUC", new Interval(0.1, 0.2, 0.3));

        Assert.Equal("yes", finding.Verdict);
        Assert.Equal("yes", (finding with { CorrectedP = 0.01 }).Verdict);
        Assert.Equal("within noise", (finding with { CorrectedP = 0.05 }).Verdict);
    }

    [Fact]
    public void Paired_differences_give_interval_p_value_and_what_could_have_been_seen()
    {
        double[] differences = [0.9, 1.1, 1.4, 0.6];
        var finding = Finding.Of("It helps", "AUC", differences, " points", 1);

        Assert.Equal(Interval.Student(differences), finding.Difference);
        Assert.Equal(PairedComparison.Of(differences).StudentP, finding.P);
        // t(3; .975) + t(3; .8) = 3.1824 + 0.9785, times the standard error of the mean.
        Assert.Equal((3.1824 + 0.9785) * Math.Sqrt(0.34 / 3) / 2, finding.SmallestVisible!.Value, 3);
    }

    [Fact]
    public void Holm_corrects_across_all_that_is_printed()
    {
        var corrected = Finding.Holm([Finding.Of("a", "AUC", [1, 1.1, 0.9]), Finding.Of("b", "AUC", [1, -1, 0.5]), Finding.Of("c", "AUC", [0, 0, 0])]);

        Assert.Equal(PairedComparison.Holm([.. corrected.Select(finding => finding.P!.Value)]), corrected.Select(finding => finding.CorrectedP!.Value));
        Assert.Equal(1, corrected[2].P);
        Assert.Contains("Finding.Of", Assert.Throws<ArgumentException>(() => Finding.Holm([new("a", "AUC", default)])).Message, StringComparison.Ordinal);
    }
}
