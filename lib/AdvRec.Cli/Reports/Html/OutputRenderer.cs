using System.Text.RegularExpressions;
using AdvRec.Runner.Protocol;

namespace AdvRec.Cli.Reports.Html;

/// <summary>What a cell showed, as markup.</summary>
internal static partial class OutputRenderer
{
    private static readonly string[] Images = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    public static HtmlFragment Render(CellOutput output, MarkdownRenderer markdown) => output.Kind switch
    {
        OutputKind.StandardOutput => Plain("stdout", output.Text),
        OutputKind.StandardError => Plain("stderr", output.Text),
        OutputKind.Error => new($"<div class=\"output error\" role=\"note\"><p class=\"error-title\">Error</p><pre>{TerminalText.Render(output.Text)}</pre></div>\n", []),
        OutputKind.Note => new($"<p class=\"output note\">{HtmlText.Encode(output.Text)}</p>\n", []),
        _ => Value(output.Data, markdown),
    };

    private static HtmlFragment Value(IReadOnlyDictionary<string, string> data, MarkdownRenderer markdown)
    {
        if (data.TryGetValue("text/html", out var html))
        {
            var fragment = HtmlFragment.FromOutput(html);
            return fragment.IsUnseen ? fragment : fragment with { Html = $"<div class=\"output value\">{fragment.Html}</div>\n" };
        }

        if (data.TryGetValue("image/svg+xml", out var svg))
            return Image("image/svg+xml", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(svg)));
        foreach (var type in Images)
        {
            if (data.TryGetValue(type, out var image))
                return Image(type, Whitespace().Replace(image, ""));
        }

        if (data.TryGetValue("text/markdown", out var text))
            return new($"<div class=\"output value\">{markdown.Render(text)}</div>\n", []);
        return Plain("value", data.GetValueOrDefault(CellOutput.PlainText) ?? data.Values.FirstOrDefault() ?? "");
    }

    private static HtmlFragment Plain(string kind, string text) => new($"<pre class=\"output {kind}\">{TerminalText.Render(text)}</pre>\n", []);

    private static HtmlFragment Image(string type, string base64) =>
        new($"<div class=\"output value\"><img alt=\"Image that the cell shows\" src=\"data:{type};base64,{HtmlText.Encode(base64)}\"></div>\n", []);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
