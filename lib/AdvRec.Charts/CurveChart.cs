using AdvRec.Figures;
using Plotly.NET;
using static AdvRec.Charts.Look;

namespace AdvRec.Charts;

internal static class CurveChart
{
    private const int PlotHeight = 270;
    private const int MostMarkers = 25;

    public static string ToJson(CurveFigure figure)
    {
        var points = figure.Curves.SelectMany(c => c.Points).ToArray();
        var x = AxisScale.Of(figure.X, points.Select(p => p.X));
        var y = AxisScale.Of(figure.Y, points.SelectMany(Heights).Concat(figure.Reference is { } level ? [level.Value] : []));
        var legend = new LegendPlace([.. figure.Curves.Select(c => c.Name), .. figure.Reference is { } named ? [named.Name] : Array.Empty<string>()]);

        var xAxis = x.ToAxis(figure.X.Title);
        xAxis["showgrid"] = false;
        xAxis["zeroline"] = false;
        var layout = new PlaneLayout(figure.X, x, figure.Y, legend, PlotHeight).Of(xAxis, y.ToAxis(figure.Y.Title));
        var traces = figure.Curves.SelectMany(CurveBand.Of).Concat(figure.Curves.Select((curve, i) => Line(curve, i, legend.Names[i])));
        if (figure.Reference is { } reference) traces = traces.Append(Level(reference, x, legend.Names[^1]));
        return PlotlyJson.Of(traces, layout);
    }

    private static IEnumerable<double> Heights(CurveSample point) => double.IsFinite(point.Y) ? [point.Y, point.Lower, point.Upper] : [];

    private static Trace Line(CurveSeries curve, int index, string name)
    {
        var style = Series(index);
        return PlotlyJson.Trace("scatter",
            ("mode", curve.IsConnected ? "lines+markers" : "markers"),
            ("name", name),
            ("legendgroup", index),
            ("x", curve.Points.Select(p => p.X).ToArray()),
            ("y", curve.Points.Select(p => PlotlyJson.OrNull(p.Y)).ToArray()),
            ("hovertext", curve.Points.Select(p => PlotlyText.Hover(p.Hover)).ToArray()),
            ("hoverinfo", "text"),
            ("cliponaxis", false),
            ("line", Part(("color", style.Color), ("dash", style.Dash), ("width", 2))),
            ("marker", Part(("color", style.Color), ("symbol", style.Symbol), ("size", 8), ("maxdisplayed", curve.IsConnected && curve.Points.Count > MostMarkers ? MostMarkers : 0))));
    }

    private static Trace Level(ReferenceLevel reference, AxisScale x, string name) => PlotlyJson.Trace("scatter",
        ("mode", "lines"),
        ("name", name),
        ("legendgroup", "reference"),
        ("x", new[] { x.ToValue(x.Low), x.ToValue(x.High) }),
        ("y", new[] { reference.Value, reference.Value }),
        ("hoverinfo", "skip"),
        ("line", Part(("dash", "dot"), ("width", 1.5), ("color", Grey))));
}
