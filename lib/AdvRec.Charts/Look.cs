namespace AdvRec.Charts;

/// <summary>
/// What all figures share. Colours are those of Okabe and Ito that keep a contrast of 3:1 on white and on black;
/// a pattern, dash or marker tells the series apart without colour. The page's own text colour is filled in when it draws.
/// </summary>
internal static class Look
{
    public const string Blue = "#0072B2";
    public const string Vermillion = "#D55E00";
    public const string Transparent = "rgba(0,0,0,0)";
    private const string Grey = "#808080";
    private const string FaintGrey = "rgba(128,128,128,0.3)";

    private static readonly string[][] s_buttons = [["toImage"]];

    public static Dictionary<string, object?> Layout() => new()
    {
        ["paper_bgcolor"] = Transparent,
        ["plot_bgcolor"] = Transparent,
        ["autosize"] = true,
        ["font"] = Part(("family", "system-ui, sans-serif"), ("size", 12)),
        ["hoverlabel"] = Part(("align", "left")),
        ["legend"] = Part(("orientation", "h"), ("x", 0), ("xanchor", "left"), ("y", 1), ("yref", "container"), ("yanchor", "top")),
        ["modebar"] = Part(("bgcolor", Transparent), ("color", Grey), ("activecolor", Grey)),
    };

    public static Dictionary<string, object?> Config() => Part(
        ("responsive", true),
        ("displaylogo", false),
        ("modeBarButtons", s_buttons));

    /// <summary>An axis that stays put, so that a finger on the figure scrolls the page.</summary>
    public static Dictionary<string, object?> Axis(string title) => new()
    {
        ["title"] = Part(("text", PlotlyText.Escape(title)), ("standoff", 8)),
        ["fixedrange"] = true,
        ["gridcolor"] = FaintGrey,
        ["zerolinecolor"] = Grey,
        ["zerolinewidth"] = 1,
    };

    public static Dictionary<string, object?> Part(params (string Name, object? Value)[] properties) =>
        properties.ToDictionary(p => p.Name, p => p.Value);
}
