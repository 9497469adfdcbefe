using AdvRec.Figures;
using Plotly.NET;
using static AdvRec.Charts.Look;

namespace AdvRec.Charts;

internal static class LineChart
{
    private const double Headroom = 1.08;

    private static readonly (string Color, string Dash, string Symbol)[] s_styles =
        [(Blue, "solid", "circle"), (Vermillion, "dash", "diamond")];

    public static string ToJson(LineFigure figure)
    {
        var counts = figure.Lines.SelectMany(l => l.Points).Select(p => p.Count).ToArray();
        double left = counts.Min() - 0.5, right = counts.Max() + 0.5;
        var top = figure.Lines.SelectMany(l => l.Points).Select(p => p.Value).Where(double.IsFinite).Append(figure.Reference.Value).Max() * Headroom;

        var layout = Layout();
        layout["margin"] = Part(("l", 64), ("r", 12), ("t", 40), ("b", 52));
        layout["showlegend"] = true;

        var x = Axis(figure.CountAxis);
        x["range"] = new[] { left, right };
        x["tickformat"] = "d";
        x["nticks"] = 12;
        if (right - left <= 12) x["dtick"] = 1;
        x["showgrid"] = false;
        layout["xaxis"] = x;

        var y = Axis(figure.ValueAxis);
        y["range"] = new[] { 0, top };
        layout["yaxis"] = y;
        // The legend needs a second row where it is narrow.
        layout["meta"] = Part(
            ("minWidth", 300),
            ("wideFrom", 480),
            ("wide", Part(("height", 360), ("margin.t", 40))),
            ("narrow", Part(("height", 340), ("margin.t", 64))));

        var reference = PlotlyJson.Trace("scatter",
            ("mode", "lines"),
            ("name", PlotlyText.Escape(figure.Reference.Name)),
            ("x", new[] { left, right }),
            ("y", new[] { figure.Reference.Value, figure.Reference.Value }),
            ("hoverinfo", "skip"),
            ("line", Part(("dash", "dot"), ("width", 1.5), ("color", "#808080"))));
        return PlotlyJson.Of(figure.Lines.Select(ToTrace).Append(reference), layout);
    }

    private static Trace ToTrace(LineSeries line, int index)
    {
        var (color, dash, symbol) = s_styles[index % s_styles.Length];
        return PlotlyJson.Trace("scatter",
            ("mode", "lines+markers"),
            ("name", PlotlyText.Escape(line.Name)),
            ("x", line.Points.Select(p => p.Count).ToArray()),
            ("y", line.Points.Select(p => PlotlyJson.OrNull(p.Value)).ToArray()),
            ("hovertext", line.Points.Select(p => PlotlyText.Escape(p.Hover)).ToArray()),
            ("hoverinfo", "text"),
            ("line", Part(("color", color), ("dash", dash), ("width", 2))),
            ("marker", Part(("color", color), ("symbol", symbol), ("size", 8))));
    }
}
