using static AdvRec.Charts.Look;

namespace AdvRec.Charts;

/// <summary>The colour bar above a heat map, under its title. Both have fixed places: plotly.js would move the margins for them, and lose the axis titles.</summary>
internal sealed class HeatMapBar(string title, int left)
{
    private const int ToolPixels = 24;
    private const int BarPixels = 10;
    private const int TickPixels = 22;
    private const int GapPixels = 4;

    private readonly IReadOnlyList<string> _lines = PlotlyText.Wrap(title, TitleCharacters);

    /// <summary>Height of both.</summary>
    public int Head => Above + BarPixels + TickPixels;

    private int Above => ToolPixels + LinePixels * _lines.Count + GapPixels;

    /// <param name="figureHeight">Height of the whole figure.</param>
    public Dictionary<string, object?> ToColorBar(int figureHeight) => Part(
        ("orientation", "h"),
        ("x", 0), ("xanchor", "left"), ("len", 1), ("xpad", 0),
        ("yref", "container"), ("y", 1 - (double)Above / figureHeight), ("yanchor", "top"), ("ypad", 0),
        ("thickness", BarPixels),
        ("nticks", 5),
        ("outlinecolor", Grey));

    public Dictionary<string, object?> ToTitle() => Part(
        ("xref", "paper"), ("x", 0), ("xanchor", "left"), ("xshift", -left),
        ("yref", "paper"), ("y", 1), ("yanchor", "bottom"), ("yshift", BarPixels + TickPixels),
        ("align", "left"),
        ("text", PlotlyText.Lines(_lines)),
        ("font", Part(("size", 13))),
        ("showarrow", false));
}
