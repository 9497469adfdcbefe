using AdvRec.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace AdvRec.Evaluation;

/// <summary>A mean and how far it may be off: a confidence interval.</summary>
/// <param name="Lower">Lower end, in the unit of the values.</param>
/// <param name="Mean">Mean of the values.</param>
/// <param name="Upper">Upper end, in the unit of the values.</param>
public readonly record struct Interval(double Lower, double Mean, double Upper)
{
    /// <summary>Whether 0 lies inside: a difference with such an interval is within noise. True where the ends are no numbers.</summary>
    public bool ContainsZero => !(Lower > 0) && !(Upper < 0);

    /// <summary>Student's t interval of a mean, for few values that are about normal, such as one per seed.</summary>
    /// <param name="values">At least 2 values, each independent of the others.</param>
    /// <param name="level">Confidence level, between 0 and 1.</param>
    public static Interval Student(IReadOnlyList<double> values, double level = 0.95)
    {
        ThrowIfUnusable(values, level);
        var (mean, deviation) = values.MeanStandardDeviation();
        var half = StudentT.InvCDF(0, 1, values.Count - 1, (1 + level) / 2) * deviation / Math.Sqrt(values.Count);
        return new(mean - half, mean, mean + half);
    }

    /// <summary>Percentile bootstrap interval of a mean (Efron 1979), for many values of any distribution, such as one per user.</summary>
    /// <param name="values">At least 2 values, each independent of the others.</param>
    /// <param name="level">Confidence level, between 0 and 1.</param>
    /// <param name="resamples">Number of resamples with replacement; at least 100.</param>
    /// <param name="seed">Same seed, same bits.</param>
    public static Interval Bootstrap(IReadOnlyList<double> values, double level = 0.95, int resamples = 2000, ulong seed = 0)
    {
        ThrowIfUnusable(values, level);
        Valid.AtLeast(100, resamples, nameof(resamples));
        var means = new double[resamples];
        for (var resample = 0; resample < resamples; resample++)
        {
            var random = new CounterRandom(seed, Purpose.Bootstrap, step: resample);
            double sum = 0;
            for (var draw = 0; draw < values.Count; draw++)
                sum += values[random.Integer(values.Count, draw)];
            means[resample] = sum / values.Count;
        }

        Array.Sort(means);
        return new(SortedArrayStatistics.Quantile(means, (1 - level) / 2), values.Mean(), SortedArrayStatistics.Quantile(means, (1 + level) / 2));
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Mean:G3} [{Lower:G3}, {Upper:G3}]");

    private static void ThrowIfUnusable(IReadOnlyList<double> values, double level)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count < 2)
            throw new ArgumentException($"{values.Count} values say nothing about spread; at least 2 are needed.", nameof(values));
        if (level is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "The confidence level must lie between 0 and 1.");
    }
}
