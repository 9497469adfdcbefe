using System.Globalization;

namespace AdvRec.Charts;

/// <summary>Marks of a logarithmic axis, each with its full number: plotly.js itself writes 0.2 as a bare 2.</summary>
internal static class LogTicks
{
    private const int MostDecades = 7;
    private static readonly int[] s_fine = [1, 2, 5];
    private static readonly int[] s_coarse = [1];

    /// <param name="low">Decimal logarithm of the lower end.</param>
    /// <param name="high">Decimal logarithm of the upper end.</param>
    public static IReadOnlyList<(double Value, string Text)> Between(double low, double high)
    {
        var steps = high - low <= 2.5 ? s_fine : s_coarse;
        var decades = (int)Math.Ceiling((high - low) / MostDecades);
        var ticks = new List<(double, string)>();
        for (var power = (int)Math.Floor(low); power <= high; power++)
        {
            if (power % decades != 0) continue;
            ticks.AddRange(steps.Select(step => step * Math.Pow(10, power))
                .Where(value => Math.Log10(value) >= low && Math.Log10(value) <= high)
                .Select(value => (value, Text(value))));
        }

        return ticks;
    }

    private static string Text(double value) => value is >= 1e-5 and < 1e7
        ? value.ToString("#,0.#####", CultureInfo.InvariantCulture)
        : value.ToString("0E+0", CultureInfo.InvariantCulture);
}
