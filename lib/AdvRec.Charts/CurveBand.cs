using AdvRec.Figures;
using Plotly.NET;
using static AdvRec.Charts.Look;

namespace AdvRec.Charts;

/// <summary>The area between the lower and the upper ends of a curve: one outline for every stretch of points that have both.</summary>
internal static class CurveBand
{
    public static IEnumerable<Trace> Of(CurveSeries curve, int index)
    {
        if (!curve.Points.Any(HasBand)) yield break;
        var style = Series(index);
        var outline = Outline(curve.Points).ToArray();
        yield return PlotlyJson.Trace("scatter",
            ("mode", "lines"),
            ("legendgroup", index),
            ("showlegend", false),
            ("x", outline.Select(p => PlotlyJson.OrNull(p.X)).ToArray()),
            ("y", outline.Select(p => PlotlyJson.OrNull(p.Y)).ToArray()),
            ("hoverinfo", "skip"),
            ("fill", "toself"),
            ("fillcolor", style.Band),
            ("fillpattern", Part(("shape", style.Pattern), ("fillmode", "replace"), ("fgcolor", style.Color), ("bgcolor", style.Band), ("size", 8), ("solidity", 0.15))),
            ("line", Part(("color", style.Color), ("dash", style.Dash), ("width", 0.75))));
    }

    private static bool HasBand(CurveSample point) => double.IsFinite(point.Y) && double.IsFinite(point.Lower) && double.IsFinite(point.Upper);

    private static IEnumerable<(double X, double Y)> Outline(IReadOnlyList<CurveSample> points)
    {
        for (var start = 0; start < points.Count; start++)
        {
            var stretch = points.Skip(start).TakeWhile(HasBand).ToArray();
            foreach (var point in stretch) yield return (point.X, point.Lower);
            foreach (var point in stretch.Reverse()) yield return (point.X, point.Upper);
            if (stretch.Length > 0)
            {
                yield return (stretch[0].X, stretch[0].Lower);
                yield return (double.NaN, double.NaN);
            }

            start += stretch.Length;
        }
    }
}
