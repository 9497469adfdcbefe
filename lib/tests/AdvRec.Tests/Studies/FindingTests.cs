using AdvRec.Evaluation;
using AdvRec.Studies;

namespace AdvRec.Tests.Studies;

public class FindingTests
{
    [Fact]
    public void No_sign_stands_before_digits_that_are_all_zero() =>
        Assert.EndsWith("[0.0000, +0.0020]", new Finding("It helps", "AUC", new Interval(-0.00001, 0.001, 0.002)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_difference_that_does_not_survive_the_correction_is_within_noise()
    {
        var finding = new Finding("It helps", "AUC", new Interval(0.1, 0.2, 0.3));

        Assert.Equal("yes", finding.Verdict);
        Assert.Equal("yes", (finding with { CorrectedP = 0.01 }).Verdict);
        Assert.Equal("within noise", (finding with { CorrectedP = 0.05 }).Verdict);
    }
}
