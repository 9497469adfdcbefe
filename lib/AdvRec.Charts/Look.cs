namespace AdvRec.Charts;

/// <summary>
/// What all figures share. Colours are those of Okabe and Ito that keep a contrast of 3:1 on white and on black;
/// a pattern, dash or marker tells the series apart without colour.
/// </summary>
internal static class Look
{
    public const string Blue = "#0072B2";
    public const string Vermillion = "#D55E00";
    public const string Grey = "#808080";
    public const string Transparent = "rgba(0,0,0,0)";
    /// <summary>The page puts its own text colour wherever the value of a property named "…color" says so.</summary>
    public const string Ink = "currentcolor";
    public const int TitleCharacters = 36;
    public const int LinePixels = 15;
    private const string FaintGrey = "rgba(128,128,128,0.3)";

    private static readonly string[][] s_buttons = [["toImage"]];

    private static readonly SeriesStyle[] s_series =
    [
        new(Blue, "rgba(0,114,178,0.25)", "solid", "circle", ""),
        new(Vermillion, "rgba(213,94,0,0.25)", "dash", "diamond", "/"),
        new("#009E73", "rgba(0,158,115,0.25)", "dashdot", "square", "\\"),
        new("#CC79A7", "rgba(204,121,167,0.25)", "longdash", "cross", "."),
    ];

    public static SeriesStyle Series(int index) => s_series[index % s_series.Length];

    public static Dictionary<string, object?> Layout() => new()
    {
        ["paper_bgcolor"] = Transparent,
        ["plot_bgcolor"] = Transparent,
        ["font"] = Part(("family", "system-ui, sans-serif"), ("size", 12), ("color", Ink)),
        ["hoverlabel"] = Part(("align", "left")),
        ["legend"] = Part(("orientation", "h"), ("x", 0), ("xanchor", "left"), ("y", 1), ("yref", "container"), ("yanchor", "top"), ("tracegroupgap", 0)),
        ["modebar"] = Part(("bgcolor", Transparent), ("color", Grey), ("activecolor", Grey)),
    };

    public static Dictionary<string, object?> Config() => Part(
        ("displaylogo", false),
        ("modeBarButtons", s_buttons));

    /// <summary>An axis that stays put, so that a finger on the figure scrolls the page.</summary>
    public static Dictionary<string, object?> Axis(string title) => new()
    {
        ["title"] = Part(("text", PlotlyText.Lines(PlotlyText.Wrap(title, TitleCharacters))), ("standoff", 8), ("font", Part(("size", 13)))),
        ["fixedrange"] = true,
        ["gridcolor"] = FaintGrey,
        ["zerolinecolor"] = Grey,
        ["zerolinewidth"] = 1,
        ["exponentformat"] = "power",
    };

    public static Dictionary<string, object?> Part(params (string Name, object? Value)[] properties) =>
        properties.ToDictionary(p => p.Name, p => p.Value);
}
