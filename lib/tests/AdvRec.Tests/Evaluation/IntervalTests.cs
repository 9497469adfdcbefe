using AdvRec.Evaluation;

namespace AdvRec.Tests.Evaluation;

public class IntervalTests
{
    [Fact]
    public void Students_interval_of_a_textbook_sample()
    {
        // Mean 5, deviation √2.5, t(0.975, 4) = 2.776: half width 1.963.
        var interval = Interval.Student([3, 4, 5, 6, 7]);

        Assert.Equal(5 - 1.963, interval.Lower, 3);
        Assert.Equal(5, interval.Mean, 12);
        Assert.Equal(5 + 1.963, interval.Upper, 3);
        Assert.False(interval.ContainsZero);
        Assert.True(Interval.Student([-1, 1, 0.5]).ContainsZero);
    }

    [Fact]
    public void Bootstrap_agrees_with_the_normal_interval_on_many_values()
    {
        var random = new Golden.SplitMix(5);
        double[] values = [.. Enumerable.Range(0, 1000).Select(_ => (random.Next() >> 11) * (1.0 / (1UL << 53)))];

        var interval = Interval.Bootstrap(values, seed: 1);

        var half = 1.96 * Math.Sqrt(1 / 12.0 / 1000);
        Assert.Equal(values.Average() - half, interval.Lower, 0.003);
        Assert.Equal(values.Average() + half, interval.Upper, 0.003);
        Assert.Equal(interval, Interval.Bootstrap(values, seed: 1));
        Assert.NotEqual(interval, Interval.Bootstrap(values, seed: 2));
    }

    [Fact]
    public void An_evaluation_s_interval_is_that_of_the_per_user_values()
    {
        var result = new EvaluationResult([0, 5, 1, 9], [10, 10, 10, 10], topK: 2);

        // Hits 1, 0, 1, 0: deviation √(1/3), by √4; Student's t leaves 2.5 % above 3.1824 with three degrees of freedom.
        Assert.Equal(0.5 + 3.18244630528 * Math.Sqrt(1 / 3.0) / 2, result.IntervalOf(Measure.HitRatio).Upper, 9);
        Assert.StartsWith("HR@2 0.5000 [-0.4187, 1.4187], ", result.ToString(), StringComparison.Ordinal);
        Assert.Equal("HR@2 1.0000, nDCG@2 1.0000, AUC 1.0000", new EvaluationResult([0], [10], topK: 2).ToString());
        Assert.Equal([1, 0, 1, 0], result.PerUser(user => user.HitRatio));
    }

    [Fact]
    public void Too_few_values_or_a_senseless_level_are_errors()
    {
        Assert.Throws<ArgumentException>(() => Interval.Student([1]));
        Assert.Throws<ArgumentException>(() => Interval.Bootstrap([1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interval.Student([1, 2], level: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interval.Student([1, 2], level: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Interval.Bootstrap([1, 2], resamples: 1));
    }
}
