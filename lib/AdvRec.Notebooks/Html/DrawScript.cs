namespace AdvRec.Notebooks.Html;

/// <summary>The script that draws one figure, as soon as plotly.js is on the page.</summary>
internal static class DrawScript
{
    private static readonly Lazy<string> s_draw = new(() => Resource.Read("draw.js"));

    /// <summary>What stands in the place of a figure where no script runs.</summary>
    public const string Without = "<noscript><p>The plot needs JavaScript: in Jupyter, trust this notebook (<i>Trust Notebook</i>), then reload it.</p></noscript>";

    /// <param name="id">Of the element to draw in.</param>
    /// <param name="figure">Data, layout and config for plotly.js, as JSON.</param>
    public static string Of(string id, string figure) => $"<script>\n{s_draw.Value}(\"{id}\", {SafeJson(figure)});\n</script>";

    /// <summary>The same JSON without a character that means something to HTML or ends a line in JavaScript.</summary>
    public static string SafeJson(string json) => json
        .Replace("<", "\\u003c", StringComparison.Ordinal)
        .Replace(">", "\\u003e", StringComparison.Ordinal)
        .Replace("&", "\\u0026", StringComparison.Ordinal)
        .Replace("\u2028", "\\u2028", StringComparison.Ordinal)
        .Replace("\u2029", "\\u2029", StringComparison.Ordinal);
}
