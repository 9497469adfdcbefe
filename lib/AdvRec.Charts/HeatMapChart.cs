using AdvRec.Figures;
using Plotly.NET;
using static AdvRec.Charts.Look;

namespace AdvRec.Charts;

internal static class HeatMapChart
{
    private const int MostWithTexts = 8;

    public static string ToJson(HeatMapFigure figure)
    {
        var values = figure.Cells.SelectMany(row => row).Select(c => c.Value).Where(double.IsFinite).ToArray();
        double low = values.Min(), high = values.Max();
        var places = new HeatMapPlaces(figure);
        var layout = Layout();
        layout["margin"] = places.Margin;
        layout["height"] = places.Height;
        layout["xaxis"] = NameAxis(figure.XAxis, -0.5, figure.Columns.Count - 0.5);
        layout["yaxis"] = NameAxis(figure.YAxis, figure.Rows.Count - 0.5, -0.5);
        layout["showlegend"] = false;
        layout["meta"] = places.ToMeta();
        var texts = WritesNumbers(figure) ? Each(figure).Where(c => double.IsFinite(c.Cell.Value)).Select(c => Text(c, low, high)) : [];
        layout["annotations"] = texts.Append(places.Bar.ToTitle()).ToArray();
        return PlotlyJson.Of([Cells(figure, places), Missing(figure)], layout);
    }

    public static bool WritesNumbers(HeatMapFigure figure) => figure.Rows.Count <= MostWithTexts && figure.Columns.Count <= MostWithTexts;

    private static Dictionary<string, object?> NameAxis(string title, double from, double to)
    {
        var axis = Axis(title);
        axis["range"] = new[] { from, to };
        axis["tickangle"] = 0;
        axis["showgrid"] = false;
        axis["zeroline"] = false;
        axis["showline"] = true;
        axis["mirror"] = true;
        axis["linecolor"] = Grey;
        return axis;
    }

    private static Trace Cells(HeatMapFigure figure, HeatMapPlaces places) => PlotlyJson.Trace("heatmap",
        ("z", figure.Cells.Select(row => row.Select(c => PlotlyJson.OrNull(c.Value)).ToArray()).ToArray()),
        ("hovertext", figure.Cells.Select(row => row.Select(c => PlotlyText.Hover(c.Hover)).ToArray()).ToArray()),
        ("hoverinfo", "text"),
        ("hoverongaps", false),
        ("xgap", places.Gap), ("ygap", places.Gap),
        ("colorscale", Cividis.Scale),
        ("colorbar", places.Bar.ToColorBar(places.Height)));

    /// <summary>On a dark page an empty cell would look like a low value.</summary>
    private static Trace Missing(HeatMapFigure figure)
    {
        var missing = Each(figure).Where(c => !double.IsFinite(c.Cell.Value)).ToArray();
        return PlotlyJson.Trace("scatter",
            ("mode", "markers"),
            ("x", missing.Select(c => c.Column).ToArray()),
            ("y", missing.Select(c => c.Row).ToArray()),
            ("hoverinfo", "skip"),
            ("marker", Part(("symbol", "x-thin-open"), ("size", 7), ("color", Grey))));
    }

    private static Dictionary<string, object?> Text((int Row, int Column, HeatMapCell Cell) at, double low, double high) => Part(
        ("x", at.Column), ("y", at.Row),
        ("text", PlotlyText.Escape(at.Cell.Text)),
        ("showarrow", false),
        ("font", Part(("size", 11), ("color", Cividis.TextOn(high > low ? (at.Cell.Value - low) / (high - low) : 0.5)))));

    private static IEnumerable<(int Row, int Column, HeatMapCell Cell)> Each(HeatMapFigure figure) =>
        figure.Cells.SelectMany((row, i) => row.Select((cell, j) => (i, j, cell)));
}
