using AdvRec.Figures;
using Plotly.NET;
using static AdvRec.Charts.Look;

namespace AdvRec.Charts;

internal static class ScatterChart
{
    private const int PlotHeight = 320;
    private const int Crowd = 200;

    public static string ToJson(ScatterFigure figure)
    {
        var points = figure.Groups.SelectMany(g => g.Points).ToArray();
        var x = AxisScale.Of(figure.X, points.Where(IsShown).Select(p => p.X));
        var y = AxisScale.Of(figure.Y, points.Where(IsShown).Select(p => p.Y));
        if (figure.Diagonal) x = y = x.With(y);

        var legend = new LegendPlace([.. figure.Groups.Select(g => g.Name), .. figure.Diagonal ? ["y = x"] : Array.Empty<string>()]);
        Dictionary<string, object?> xAxis = x.ToAxis(figure.X.Title), yAxis = y.ToAxis(figure.Y.Title);
        if (figure.EqualScale)
        {
            yAxis["scaleanchor"] = "x";
            xAxis["constrain"] = yAxis["constrain"] = "domain";
        }

        var layout = new PlaneLayout(figure.X, x, figure.Y, legend, PlotHeight).Of(xAxis, yAxis);
        var traces = figure.Groups.Select((group, i) => Markers(group, i, legend.Names[i], points.Length > Crowd ? 6 : 9));
        // Above the points, or a crowd of them would hide it.
        if (figure.Diagonal) traces = traces.Append(Diagonal(x, legend.Names[^1]));
        return PlotlyJson.Of(traces, layout);
    }

    private static bool IsShown(ScatterMark point) => double.IsFinite(point.X) && double.IsFinite(point.Y);

    private static Trace Markers(ScatterSeries group, int index, string name, int size)
    {
        var shown = group.Points.Where(IsShown).ToArray();
        return PlotlyJson.Trace("scatter",
            ("mode", "markers"),
            ("name", name),
            ("legendgroup", index),
            ("x", shown.Select(p => p.X).ToArray()),
            ("y", shown.Select(p => p.Y).ToArray()),
            ("hovertext", shown.Select(p => PlotlyText.Hover(p.Hover)).ToArray()),
            ("hoverinfo", "text"),
            ("cliponaxis", false),
            ("marker", Part(("color", Series(index).Color), ("symbol", Series(index).Symbol), ("size", size))));
    }

    private static Trace Diagonal(AxisScale scale, string name)
    {
        var ends = new[] { scale.ToValue(scale.Low), scale.ToValue(scale.High) };
        return PlotlyJson.Trace("scatter",
            ("mode", "lines"),
            ("name", name),
            ("legendgroup", "diagonal"),
            ("x", ends),
            ("y", ends),
            ("hoverinfo", "skip"),
            ("line", Part(("dash", "dash"), ("width", 1.5), ("color", Ink))));
    }
}
