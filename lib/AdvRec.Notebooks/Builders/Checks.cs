namespace AdvRec.Notebooks.Builders;

/// <summary>What figures ask of their data. The error names the series and says what to do.</summary>
internal static class Checks
{
    private const int MostSeries = 4;

    public static void Count(int series, string thing, string parameter)
    {
        if (series == 0) throw new ArgumentException($"No {thing} to show; pass at least one.", parameter);
        if (series > MostSeries)
            throw new ArgumentException($"{series} {thing}s are too many to tell apart; show at most {MostSeries} in a figure.", parameter);
    }

    public static void HasPoints(string name, int points, int shown, string parameter)
    {
        if (points == 0) throw new ArgumentException($"'{name}' has no points; give it at least one.", parameter);
        if (shown == 0) throw new ArgumentException($"'{name}' has no point with finite coordinates; check for NaN where they are computed.", parameter);
    }

    public static void FitsLog(string name, IEnumerable<double> values, string axis, string option, string parameter)
    {
        foreach (var value in values)
        {
            if (value <= 0)
                throw new ArgumentException($"'{name}' reaches {Formatting.NumberText.Short(value)} on the logarithmic {axis} axis, which has room above 0 only; leave such points out or set {option} = false.", parameter);
        }
    }
}
