using AdvRec.Figures;
using Plotly.NET;
using static AdvRec.Charts.BarChart;
using static AdvRec.Charts.Look;

namespace AdvRec.Charts;

internal static class ForestChart
{
    public static string ToJson(ForestFigure figure)
    {
        var places = new ForestPlaces(figure);
        var layout = Layout();
        layout["margin"] = places.Margin;
        layout["showlegend"] = false;
        layout["meta"] = places.ToMeta();
        layout["xaxis"] = ValueAxis(figure);
        for (var i = 0; i < figure.Groups.Count; i++)
            layout[AxisName("yaxis", i)] = RowAxis(figure.Groups[i], i, places);
        layout["annotations"] = figure.Groups.Select(Heading).Concat(figure.Groups.SelectMany(Verdicts)).ToArray();
        return PlotlyJson.Of(figure.Groups.SelectMany(Rows), layout);
    }

    private static Dictionary<string, object?> ValueAxis(ForestFigure figure)
    {
        var ends = figure.Groups.SelectMany(g => g.Rows).Where(IsShown).SelectMany(r => new[] { r.Lower, r.Mean, r.Upper }).Append(0);
        var scale = AxisScale.Of(new(figure.ValueAxis), ends) with { OnlyWhole = false };
        var axis = scale.ToAxis(figure.ValueAxis);
        axis["anchor"] = "free";
        axis["position"] = 0;
        axis["nticks"] = 5;
        axis["zeroline"] = true;
        axis["zerolinewidth"] = 1.5;
        axis["zerolinecolor"] = Ink;
        return axis;
    }

    private static Dictionary<string, object?> RowAxis(ForestGroup group, int index, ForestPlaces places)
    {
        var axis = Axis("");
        axis["anchor"] = "x";
        axis["range"] = new[] { group.Rows.Count - 0.5, -0.5 };
        axis["tickvals"] = Enumerable.Range(0, group.Rows.Count).ToArray();
        axis["ticktext"] = places.RowNames[index].Select(PlotlyText.Lines).ToArray();
        axis["showgrid"] = false;
        axis["zeroline"] = false;
        return axis;
    }

    private static Dictionary<string, object?> Heading(ForestGroup group, int index) => Part(
        ("xref", "paper"), ("x", 0), ("xanchor", "left"),
        ("yref", $"{AxisName("y", index)} domain"), ("y", 1), ("yanchor", "bottom"),
        ("align", "left"),
        ("text", ""),
        ("showarrow", false));

    private static IEnumerable<Dictionary<string, object?>> Verdicts(ForestGroup group, int index) => group.Rows.Select((row, i) => Part(
        ("xref", "paper"), ("x", 1), ("xanchor", "left"), ("xshift", 6),
        ("yref", AxisName("y", index)), ("y", i), ("yanchor", "middle"),
        ("text", PlotlyText.Escape(row.Verdict)),
        ("showarrow", false)));

    private static IEnumerable<Trace> Rows(ForestGroup group, int index)
    {
        var shown = group.Rows.Select((row, i) => (Row: row, Place: i)).Where(r => IsShown(r.Row)).ToArray();
        yield return PlotlyJson.Trace("scatter",
            ("mode", "markers"),
            ("yaxis", AxisName("y", index)),
            ("x", shown.Select(r => r.Row.Mean).ToArray()),
            ("y", shown.Select(r => r.Place).ToArray()),
            ("error_x", Part(
                ("type", "data"), ("symmetric", false),
                ("array", shown.Select(r => r.Row.Upper - r.Row.Mean).ToArray()),
                ("arrayminus", shown.Select(r => r.Row.Mean - r.Row.Lower).ToArray()),
                ("thickness", 1.5), ("width", 4), ("color", Ink))),
            ("hovertext", shown.Select(r => PlotlyText.Hover(r.Row.Hover)).ToArray()),
            ("hoverinfo", "text"),
            ("cliponaxis", false),
            ("marker", Part(
                ("size", 9),
                ("symbol", shown.Select(r => r.Row.ExcludesZero ? "circle" : "circle-open").ToArray()),
                ("color", Blue),
                ("line", Part(("width", 2), ("color", Blue))))));
    }

    private static bool IsShown(ForestRow row) => double.IsFinite(row.Mean) && double.IsFinite(row.Lower) && double.IsFinite(row.Upper);
}
