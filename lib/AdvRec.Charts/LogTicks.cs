using System.Globalization;

namespace AdvRec.Charts;

/// <summary>Marks of a logarithmic axis, each with its full number: plotly.js itself writes 0.2 as a bare 2.</summary>
internal static class LogTicks
{
    private const double CharacterPixels = 7;
    private const int GapPixels = 8;
    private static readonly int[] s_fine = [1, 2, 5];
    private static readonly int[] s_coarse = [1];

    /// <summary>1, 2 and 5 in every decade where they fit, else powers of ten.</summary>
    /// <param name="low">Decimal logarithm of the lower end.</param>
    /// <param name="high">Decimal logarithm of the upper end.</param>
    /// <param name="fits">Whether there is room for these marks.</param>
    public static IReadOnlyList<(double Value, string Text)> Between(double low, double high, Func<IReadOnlyList<(double Value, string Text)>, bool> fits)
    {
        var ticks = Between(low, high, s_fine, decades: 1);
        for (var decades = 1; !fits(ticks) && ticks.Count > 2; decades++) ticks = Between(low, high, s_coarse, decades);
        return ticks;
    }

    /// <summary>Pixels that marks take side by side.</summary>
    public static double WidthOf(IEnumerable<(double Value, string Text)> ticks) => ticks.Sum(t => CharacterPixels * t.Text.Length + GapPixels);

    private static List<(double Value, string Text)> Between(double low, double high, int[] steps, int decades) =>
    [
        .. Enumerable.Range((int)Math.Floor(low), (int)Math.Ceiling(high) - (int)Math.Floor(low) + 1)
            .Where(power => power % decades == 0)
            .SelectMany(power => steps.Select(step => double.Parse($"{step}E{power}", CultureInfo.InvariantCulture)))
            .Where(value => Math.Log10(value) >= low && Math.Log10(value) <= high)
            .Select(value => (value, Text(value))),
    ];

    private static string Text(double value) => value is >= 1e-5 and < 1e7
        ? value.ToString("#,0.#####", CultureInfo.InvariantCulture)
        : value.ToString("0E+0", CultureInfo.InvariantCulture);
}
