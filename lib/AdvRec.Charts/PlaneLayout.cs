using static AdvRec.Charts.Look;

namespace AdvRec.Charts;

/// <summary>One pair of axes below a legend.</summary>
internal static class PlaneLayout
{
    private const int ToolPixels = 22;

    public static Dictionary<string, object?> Of(Dictionary<string, object?> x, string xTitle, Dictionary<string, object?> y, string yTitle, LegendPlace legend, int plotHeight)
    {
        int foot = 38 + TitlePixels(xTitle), oneRow = ToolPixels + legend.OneRowHeight, phone = ToolPixels + legend.PhoneHeight;
        var layout = Layout();
        layout["margin"] = Part(("l", 50 + TitlePixels(yTitle)), ("r", 12), ("t", oneRow), ("b", foot));
        layout["showlegend"] = true;
        layout["xaxis"] = x;
        layout["yaxis"] = y;
        layout["meta"] = Part(
            ("minWidth", 280),
            ("wideFrom", legend.OneRowPixels),
            ("wide", Part(("height", oneRow + plotHeight + foot), ("margin.t", oneRow))),
            ("narrow", Part(("height", phone + plotHeight * 9 / 10 + foot), ("margin.t", phone))));
        return layout;
    }

    private static int TitlePixels(string title) => LinePixels * PlotlyText.Wrap(title, TitleCharacters).Count;
}
