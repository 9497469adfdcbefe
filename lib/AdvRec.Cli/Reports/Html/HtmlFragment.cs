using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace AdvRec.Cli.Reports.Html;

/// <summary>
/// A piece of HTML that cannot break the page around it: every element it opens is closed, and its scripts are known by their hash,
/// so that the page's Content-Security-Policy lets these run and nothing else; nothing in it leads away from the page by itself.
/// </summary>
/// <param name="Html">Balanced markup; in it, a placeholder for <paramref name="LongScript"/>.</param>
/// <param name="ScriptHashes">Sources for <c>script-src</c>.</param>
/// <param name="LongScript">A script that <see cref="PageScripts.Fill"/> puts into its place; null if there is none.</param>
internal sealed record HtmlFragment(string Html, IReadOnlyList<string> ScriptHashes, LongScript? LongScript = null)
{
    /// <summary>What the formatters repeat with every value; the page has its own styles for them.</summary>
    private const string FormatterStyleMark = ".dni-code-hint";

    /// <summary>What speaks for the whole page, and could send its reader elsewhere, or shows another page within it.</summary>
    private const string LeadingAway = "meta, base, link, iframe, frame, frameset, object, embed, portal, fencedframe";

    /// <summary>Markup that a cell showed.</summary>
    public static HtmlFragment FromOutput(string html)
    {
        if (LongScript.Cut(html) is not { } cut)
            return FromShortOutput(html);
        var fragment = FromShortOutput(cut.Others);
        // Unless the parser, too, takes it for a script of its own, it has to see it.
        return fragment.ScriptHashes.Contains(Hash(cut.Placeholder))
            ? new(fragment.Html, [.. fragment.ScriptHashes.Select(hash => hash == Hash(cut.Placeholder) ? Hash(cut.Text.Span) : hash)], cut)
            : FromShortOutput(html);
    }

    private static HtmlFragment FromShortOutput(string html)
    {
        var root = Parse(html);
        foreach (var style in root.QuerySelectorAll("style").Where(style => style.TextContent.Contains(FormatterStyleMark, StringComparison.Ordinal)).ToList())
            style.Remove();
        return new(root.InnerHtml, [.. root.QuerySelectorAll("script").Where(Runs).Select(script => Hash(script.TextContent))]);
    }

    /// <summary>Markup from text cells, which have no business running scripts.</summary>
    /// <param name="html">The markup.</param>
    /// <param name="adapt">Changes links and images where they have to be changed.</param>
    public static HtmlFragment FromText(string html, Action<IElement> adapt)
    {
        var root = Parse(html);
        foreach (var script in root.QuerySelectorAll("script").ToList())
            script.Remove();
        foreach (var element in root.QuerySelectorAll("a, img"))
            adapt(element);
        return new(root.InnerHtml, []);
    }

    /// <summary>What the first paragraph says, without links and images; null if there is none.</summary>
    public string? FirstParagraph()
    {
        if (Parse(Html).QuerySelector("p") is not { } paragraph)
            return null;
        foreach (var image in paragraph.QuerySelectorAll("img").ToList())
            image.Remove();
        foreach (var link in paragraph.QuerySelectorAll("a").ToList())
            link.Replace([.. link.ChildNodes]);
        return paragraph.InnerHtml.Trim();
    }

    public static string Hash(ReadOnlySpan<char> script)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(script)];
        Encoding.UTF8.GetBytes(script, bytes);
        return $"'sha256-{Convert.ToBase64String(SHA256.HashData(bytes))}'";
    }

    private static IElement Parse(string html)
    {
        // As a browser does that runs scripts: what it takes for text must not be taken for markup here, nor the other way round.
        var parser = new HtmlParser(new() { IsScripting = true });
        var body = parser.ParseDocument("").Body!;
        var root = parser.ParseFragment(html, body).FirstOrDefault()?.ParentElement ?? body;
        RemoveWhatLeadsAway(root);
        return root;
    }

    private static void RemoveWhatLeadsAway(IParentNode root)
    {
        foreach (var element in root.QuerySelectorAll(LeadingAway).ToList())
            element.Remove();
        foreach (var template in root.QuerySelectorAll("template").OfType<IHtmlTemplateElement>())
        {
            // With it, a browser makes the content part of the page.
            template.RemoveAttribute("shadowrootmode");
            RemoveWhatLeadsAway(template.Content);
        }
    }

    private static bool Runs(IElement script) => script.GetAttribute("type") is null or "" or "module" or "text/javascript" or "application/javascript";
}
