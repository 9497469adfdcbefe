using AdvRec.Figures;
using static AdvRec.Charts.Look;

namespace AdvRec.Charts;

/// <summary>One pair of axes below a legend.</summary>
internal sealed class PlaneLayout(FigureAxis x, AxisScale xScale, FigureAxis y, LegendPlace legend, int plotHeight)
{
    private const int ToolPixels = 22;
    private const int TickPixels = 32;
    private const int RightPixels = 12;
    private const double TitleCharacterPixels = 7.5;

    private static readonly int[] s_widths = [Widths.Narrowest, 400, 500, 600, 700, 850, 1000];

    private int Left => 50 + LinePixels * PlotlyText.Wrap(y.Title, TitleCharacters).Count;

    public Dictionary<string, object?> Of(Dictionary<string, object?> xAxis, Dictionary<string, object?> yAxis)
    {
        var layout = Layout();
        layout["margin"] = Part(("l", Left), ("r", RightPixels));
        layout["showlegend"] = true;
        layout["xaxis"] = xAxis;
        layout["yaxis"] = yAxis;
        layout["meta"] = Widths.Meta(Widths.Narrowest, [.. s_widths.Select(width => (width, Changes(width)))]);
        return layout;
    }

    private Dictionary<string, object?> Changes(int width)
    {
        var across = width - Left - RightPixels;
        var title = PlotlyText.Wrap(x.Title, (int)(across / TitleCharacterPixels));
        int head = ToolPixels + legend.Height(across), foot = TickPixels + LinePixels * title.Count + 8;
        var changes = Part(
            ("height", head + plotHeight + foot),
            ("margin.t", head),
            ("margin.b", foot),
            ("xaxis.title.text", PlotlyText.Lines(title)));
        if (xScale.Log)
        {
            var ticks = LogTicks.Between(xScale.Low, xScale.High, t => LogTicks.WidthOf(t) <= across);
            changes["xaxis.tickvals"] = ticks.Select(t => t.Value).ToArray();
            changes["xaxis.ticktext"] = ticks.Select(t => t.Text).ToArray();
        }

        return changes;
    }
}
