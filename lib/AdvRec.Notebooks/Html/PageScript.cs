using AdvRec.Notebooks.Loading;

namespace AdvRec.Notebooks.Html;

/// <summary>The scripts of a fragment.</summary>
internal static class PageScript
{
    private static readonly Lazy<string> s_draw = new(() => Read("draw.js"));

    /// <summary>plotly.js, once a page: a page with RequireJS would otherwise keep it to itself as a module.</summary>
    public static string Library() => string.Concat(
        """
        <script data-advrec="plotly.js">
        if (!window.Plotly) (function (define, module, exports, require) {

        """,
        SafeInScript(FigureDrawer.Shared.ReadScript()),
        """

        }).call(window);
        </script>
        """);

    public static string Draw(string id, string figure) => $"<script>\n{s_draw.Value}(\"{id}\", {SafeJson(figure)});\n</script>";

    /// <summary>The same JSON without a character that means something to HTML or ends a line in JavaScript.</summary>
    public static string SafeJson(string json) => json
        .Replace("<", "\\u003c", StringComparison.Ordinal)
        .Replace(">", "\\u003e", StringComparison.Ordinal)
        .Replace("&", "\\u0026", StringComparison.Ordinal)
        .Replace("\u2028", "\\u2028", StringComparison.Ordinal)
        .Replace("\u2029", "\\u2029", StringComparison.Ordinal);

    /// <summary>The same JavaScript without what would end, or reopen, the element around it; both stand only in strings and patterns.</summary>
    public static string SafeInScript(string javaScript) => javaScript
        .Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)
        .Replace("<!--", "<\\!--", StringComparison.Ordinal);

    /// <summary>A script of this library, as a function to call.</summary>
    public static string Read(string name)
    {
        using var reader = new StreamReader(typeof(PageScript).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().TrimEnd();
    }
}
