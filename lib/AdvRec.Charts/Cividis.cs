using System.Globalization;

namespace AdvRec.Charts;

/// <summary>A scale from dark blue to yellow whose lightness rises evenly, with or without sight of colours (Nuñez, Anderton and Renslow 2018).</summary>
internal static class Cividis
{
    private static readonly (int R, int G, int B)[] s_stops =
        [(0, 32, 76), (0, 48, 111), (57, 72, 107), (87, 93, 109), (112, 113, 115), (138, 134, 120), (166, 157, 117), (196, 182, 108), (228, 207, 91), (255, 234, 70)];

    /// <summary>Places in [0, 1] and their colours, as plotly.js takes them.</summary>
    public static object[][] Scale => [.. s_stops.Select((c, i) => new object[]
    {
        i / (s_stops.Length - 1.0),
        string.Create(CultureInfo.InvariantCulture, $"rgb({c.R},{c.G},{c.B})"),
    })];

    /// <summary>Black or white, whichever reads better on the colour at this place.</summary>
    /// <param name="place">In [0, 1].</param>
    public static string TextOn(double place)
    {
        var left = Math.Min((int)(place * (s_stops.Length - 1)), s_stops.Length - 2);
        var share = place * (s_stops.Length - 1) - left;
        var (from, to) = (s_stops[left], s_stops[left + 1]);
        var luminance = 0.2126 * Linear(Mix(from.R, to.R)) + 0.7152 * Linear(Mix(from.G, to.G)) + 0.0722 * Linear(Mix(from.B, to.B));
        // At this luminance black and white have the same contrast (WCAG 2).
        return luminance > 0.179 ? "#000000" : "#ffffff";

        double Mix(int a, int b) => (a + share * (b - a)) / 255;
    }

    private static double Linear(double channel) => channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);
}
