using System.Globalization;

namespace AdvRec.Cli.Reports;

internal static class Duration
{
    /// <summary>Two or three digits and a unit: <c>12 ms</c>, <c>3.4 s</c>, <c>2 min 05 s</c>.</summary>
    public static string Format(double seconds) => seconds switch
    {
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(seconds * 1000):0} ms"),
        < 60 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(seconds / 60):0} min {Math.Floor(seconds % 60):00} s"),
    };
}
