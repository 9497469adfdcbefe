using System.Globalization;
using AdvRec.Evaluation;

namespace AdvRec.Cli.Studies;

/// <summary>A mean with its interval, as the course writes it: "16.3 [12.2, 20.4]".</summary>
internal static class IntervalText
{
    /// <param name="interval">To write.</param>
    /// <param name="format">Of each of its numbers.</param>
    public static string Of(Interval interval, string format)
    {
        string Number(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        return $"{Number(interval.Mean)} [{Number(interval.Lower)}, {Number(interval.Upper)}]";
    }
}
