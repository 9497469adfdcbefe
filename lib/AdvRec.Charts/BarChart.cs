using AdvRec.Figures;
using Plotly.NET;
using static AdvRec.Charts.Look;

namespace AdvRec.Charts;

internal static class BarChart
{
    private const double BarWidth = 0.41;
    // Room for two lines of text above the highest bar, as a share of it.
    private const double Headroom = 1.3;

    public static string ToJson(BarFigure figure)
    {
        var panels = new BarPanelPlaces(figure);
        var layout = Layout();
        layout["margin"] = panels.Margin;
        layout["bargap"] = 0;
        layout["barmode"] = "overlay";
        layout["showlegend"] = true;
        layout["annotations"] = figure.Panels.Select(Heading).ToArray();
        layout["meta"] = panels.ToMeta();
        var ticks = Enumerable.Range(0, figure.Groups.Count).ToArray();
        var names = panels.GroupNames.Select(PlotlyText.Lines).ToArray();
        for (var i = 0; i < figure.Panels.Count; i++)
        {
            var x = Axis(figure.GroupAxis);
            x["anchor"] = AxisName("y", i);
            x["range"] = new[] { -0.5, figure.Groups.Count - 0.5 };
            x["tickvals"] = ticks;
            x["ticktext"] = names;
            x["tickangle"] = 0;
            x["showgrid"] = false;
            x["zeroline"] = false;
            layout[AxisName("xaxis", i)] = x;

            var y = Axis(figure.Panels[i].ValueAxis);
            y["anchor"] = AxisName("x", i);
            y["range"] = new[] { 0, Top(figure.Panels[i]) };
            y["nticks"] = 6;
            layout[AxisName("yaxis", i)] = y;
        }

        return PlotlyJson.Of(figure.Panels.SelectMany((panel, i) => Traces(figure, panel, i)), layout);
    }

    public static string AxisName(string axis, int panel) => panel == 0 ? axis : $"{axis}{panel + 1}";

    private static double Top(BarPanel panel)
    {
        var highest = panel.Bars.SelectMany(series => series).Max(End);
        return highest > 0 ? highest * Headroom : 1;
    }

    private static double End(Bar bar) => bar.Value + (double.IsFinite(bar.Error) ? bar.Error : 0);

    private static Dictionary<string, object?> Heading(BarPanel panel, int index) => Part(
        ("text", $"<b>{PlotlyText.Escape(panel.Title)}</b>"),
        ("xref", $"{AxisName("x", index)} domain"), ("x", 0.5), ("xanchor", "center"),
        ("yref", $"{AxisName("y", index)} domain"), ("y", 1), ("yanchor", "bottom"), ("yshift", 6),
        ("font", Part(("size", 13))),
        ("showarrow", false));

    private static IEnumerable<Trace> Traces(BarFigure figure, BarPanel panel, int index)
    {
        for (var series = 0; series < figure.Series.Count; series++)
        {
            var bars = panel.Bars[series];
            var offset = (series - (figure.Series.Count - 1) / 2.0) * (BarWidth + 0.02);
            var x = Enumerable.Range(0, bars.Count).Select(group => group + offset).ToArray();
            yield return PlotlyJson.Trace("bar",
                ("name", PlotlyText.Escape(figure.Series[series])),
                ("legendgroup", figure.Series[series]),
                ("showlegend", index == 0),
                ("xaxis", AxisName("x", index)), ("yaxis", AxisName("y", index)),
                ("x", x),
                ("y", bars.Select(b => b.Value).ToArray()),
                ("width", BarWidth),
                ("error_y", Part(("type", "data"), ("array", bars.Select(b => PlotlyJson.OrNull(b.Error)).ToArray()), ("thickness", 1.5), ("width", 4), ("color", Ink))),
                ("hovertext", bars.Select(b => PlotlyText.Hover(b.Hover)).ToArray()),
                ("hoverinfo", "text"),
                ("marker", Fill(series)));
            yield return PlotlyJson.Trace("scatter",
                // The unseen marker keeps the text clear of the error bar's end.
                ("mode", "markers+text"),
                ("marker", Part(("size", 8), ("color", Transparent))),
                ("legendgroup", figure.Series[series]),
                ("showlegend", false),
                ("xaxis", AxisName("x", index)), ("yaxis", AxisName("y", index)),
                ("x", x),
                ("y", bars.Select(End).ToArray()),
                ("text", bars.Select(b => PlotlyText.Lines(b.Lines)).ToArray()),
                ("textposition", "top center"),
                ("textfont", Part(("size", 10))),
                ("cliponaxis", false),
                ("hoverinfo", "skip"));
        }
    }

    private static Dictionary<string, object?> Fill(int series) => series % 2 == 0
        ? Part(("color", Blue), ("line", Part(("color", Blue), ("width", 1))))
        : Part(
            ("color", Vermillion),
            ("line", Part(("color", Vermillion), ("width", 1))),
            ("pattern", Part(("shape", "/"), ("fillmode", "replace"), ("fgcolor", Vermillion), ("bgcolor", Transparent), ("size", 7), ("solidity", 0.4))));
}
