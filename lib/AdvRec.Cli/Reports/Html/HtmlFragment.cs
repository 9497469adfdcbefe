using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
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
internal sealed partial record HtmlFragment(string Html, IReadOnlyList<string> ScriptHashes, LongScript? LongScript = null)
{
    /// <summary>Whether it is nothing but scripts.</summary>
    public bool IsUnseen { get; private init; }

    /// <summary>What the formatters repeat with every value; the page has its own styles for them.</summary>
    private const string FormatterStyleMark = ".dni-code-hint";

    /// <summary>What speaks for the whole page, and could send its reader elsewhere, or shows another page within it.</summary>
    private const string LeadingAway = "meta, base, link, iframe, frame, frameset, object, embed, portal, fencedframe";

    /// <summary>Browsers nest elements 512 deep at most; the parser's time grows with the square of the depth.</summary>
    private const int DeepestNesting = 500;

    /// <summary>Markup that a cell showed.</summary>
    public static HtmlFragment FromOutput(string html)
    {
        if (LongScript.Cut(html) is not { } cut)
            return FromShortOutput(html);
        var fragment = FromShortOutput(cut.Others);
        // Unless the parser, too, takes it for a script of its own, it has to see it.
        return fragment.ScriptHashes.Contains(Hash(cut.Placeholder))
            ? new(fragment.Html, [.. fragment.ScriptHashes.Select(hash => hash == Hash(cut.Placeholder) ? Hash(cut.Text.Span) : hash)], cut) { IsUnseen = fragment.IsUnseen }
            : FromShortOutput(html);
    }

    private static HtmlFragment FromShortOutput(string html)
    {
        var root = Parse(html);
        foreach (var style in root.QuerySelectorAll("style").Where(style => style.TextContent.Contains(FormatterStyleMark, StringComparison.Ordinal)).ToList())
            style.Remove();
        var scripts = root.QuerySelectorAll("script").Where(Runs).ToList();
        var unpacked = scripts.Select(script => script.GetAttribute("data-unpacks") ?? "").Where(IsHash).Select(hash => $"'{hash}'");
        return new(root.InnerHtml, [.. scripts.Select(script => Hash(script.TextContent)), .. unpacked])
        {
            IsUnseen = scripts.Count > 0 && root.ChildNodes.All(node => node is IHtmlScriptElement || (node is IText && string.IsNullOrWhiteSpace(node.TextContent))),
        };
    }

    /// <summary>Markup from text cells, which have no business running scripts.</summary>
    public static HtmlFragment FromText(string html)
    {
        var root = Parse(html);
        foreach (var script in root.QuerySelectorAll("script").ToList())
            script.Remove();
        return new(root.InnerHtml, []);
    }

    /// <summary>What the text opens with, without headings, links and images: the first paragraph, and all that follows up to the one with the reading time; null if there is none.</summary>
    public string? Opening()
    {
        var root = Parse(Html);
        foreach (var element in root.QuerySelectorAll("h1, h2, h3, h4, h5, h6, img").ToList())
            element.Remove();
        foreach (var link in root.QuerySelectorAll("a").ToList())
            link.Replace([.. link.ChildNodes]);
        var blocks = root.Children.SkipWhile(block => block.LocalName != "p").ToList();
        var time = blocks.FindIndex(block => block.TextContent.StartsWith("Time:", StringComparison.Ordinal));
        return blocks.Count == 0 ? null : string.Join('\n', blocks.Take(Math.Max(time, 0) + 1).Select(block => block.OuterHtml));
    }

    public static string Hash(ReadOnlySpan<char> script)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(script)];
        Encoding.UTF8.GetBytes(script, bytes);
        return $"'sha256-{Convert.ToBase64String(SHA256.HashData(bytes))}'";
    }

    private static IElement Parse(string html)
    {
        IElement? last = null;
        // As a browser does that runs scripts: what it takes for text must not be taken for markup here, nor the other way round.
        var parser = new HtmlParser(new() { IsScripting = true, OnCreated = (element, _) => last = Depth(last) <= DeepestNesting ? element : throw new TooDeepException() });
        var body = parser.ParseDocument("").Body!;
        try
        {
            var root = parser.ParseFragment(html, body).FirstOrDefault()?.ParentElement ?? body;
            RemoveWhatLeadsAway(root);
            return root;
        }
        catch (TooDeepException)
        {
            return Parse($"<p>This markup is nested too deeply to be laid out; here it is as it was written.</p><pre>{HtmlText.Encode(html)}</pre>");
        }
    }

    private static int Depth(INode? node)
    {
        var depth = 0;
        for (; node is not null; node = node.Parent)
            depth++;
        return depth;
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

    // Whatever else stood there would become part of the page's policy.
    private static bool IsHash(string text) => HashSource().IsMatch(text);

    private static bool Runs(IElement script) => script.GetAttribute("type") is null or "" or "module" or "text/javascript" or "application/javascript";

    private sealed class TooDeepException : Exception;

    [GeneratedRegex(@"^sha256-[A-Za-z0-9+/]{43}=\z")]
    private static partial Regex HashSource();
}
