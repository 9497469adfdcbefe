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
    private static readonly HashSet<string> LeadingAway = new(StringComparer.OrdinalIgnoreCase)
    {
        "meta", "base", "link", "iframe", "frame", "frameset", "object", "embed", "portal", "fencedframe",
    };

    /// <summary>Browsers nest elements 512 deep at most; the parser's time grows with the square of the depth.</summary>
    private const int DeepestNesting = 500;

    /// <summary>Markup that a parser corrects is read and written once more; what is still not the same then was written to be mistaken.</summary>
    private const int MostReadings = 4;

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
        var scripts = new List<IElement>();
        var (markup, root) = Clean(html, scripts, hasScripts: true);
        var unpacked = scripts.Select(script => script.GetAttribute("data-unpacks") ?? "").Where(IsHash).Select(hash => $"'{hash}'");
        return new(markup, [.. scripts.Select(script => Hash(script.TextContent)), .. unpacked])
        {
            IsUnseen = scripts.Count > 0 && root.ChildNodes.All(node => node is IHtmlScriptElement or IComment || (node is IText && string.IsNullOrWhiteSpace(node.TextContent))),
        };
    }

    /// <summary>Markup from text cells, which have no business running scripts.</summary>
    public static HtmlFragment FromText(string html) => new(Clean(html, [], hasScripts: false).Markup, []);

    /// <summary>What the text opens with, without headings, links and images: the first paragraph, and all that follows up to the one with the reading time; null if there is none.</summary>
    public string? Opening()
    {
        var blocks = Parse(Html).Children.SkipWhile(block => block.LocalName != "p").ToList();
        var time = blocks.FindIndex(block => block.TextContent.StartsWith("Time:", StringComparison.Ordinal));
        return blocks.Count == 0 ? null : string.Join('\n', blocks.Take(Math.Max(time, 0) + 1).Select(block => Markup.Of([block], element => element.LocalName switch
        {
            "a" => Markup.Choice.Unwrap,
            "img" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => Markup.Choice.LeaveOut,
            _ => Markup.Choice.Keep,
        })));
    }

    public static string Hash(ReadOnlySpan<char> script)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(script)];
        Encoding.UTF8.GetBytes(script, bytes);
        return $"'sha256-{Convert.ToBase64String(SHA256.HashData(bytes))}'";
    }

    /// <summary>Markup that is read again as it was written, without what leads away.</summary>
    /// <param name="html">What was shown.</param>
    /// <param name="scripts">Is filled with those that run.</param>
    /// <param name="hasScripts">Whether any may.</param>
    private static (string Markup, IElement Root) Clean(string html, List<IElement> scripts, bool hasScripts)
    {
        var reason = "nested too deeply to be laid out";
        try
        {
            var written = html;
            for (var reading = 0; reading < MostReadings; reading++)
            {
                scripts.Clear();
                var root = Parse(written);
                var markup = Markup.Of(root.ChildNodes, Choose);
                if (markup == written)
                    return (markup, root);
                written = markup;
            }

            reason = "read differently every time";
        }
        catch (TooDeepException)
        {
        }

        var asWritten = HtmlText.AsWritten($"This markup is {reason}", html);
        scripts.Clear();
        return (asWritten, Parse(asWritten));

        Markup.Choice Choose(IElement element)
        {
            if (LeadingAway.Contains(element.LocalName) || (element.LocalName == "script" && !hasScripts) || IsFormatterStyle(element))
                return Markup.Choice.LeaveOut;
            // Nothing ends it: it would take the rest of the page.
            if (element.LocalName == "plaintext")
                return Markup.Choice.Unwrap;
            // With it, a browser makes the content part of the page.
            if (element is IHtmlTemplateElement)
                element.RemoveAttribute("shadowrootmode");
            if (element.LocalName == "script" && Runs(element))
                scripts.Add(element);
            return Markup.Choice.Keep;
        }
    }

    private static IElement Parse(string html)
    {
        IElement? last = null;
        // As a browser does that runs scripts: what it takes for text must not be taken for markup here, nor the other way round.
        var parser = new HtmlParser(new() { IsScripting = true, OnCreated = (element, _) => last = Depth(last) <= DeepestNesting ? element : throw new TooDeepException() });
        var body = parser.ParseDocument("<!DOCTYPE html>").Body!;
        return parser.ParseFragment(html, body).FirstOrDefault()?.ParentElement ?? body;
    }

    private static int Depth(INode? node)
    {
        var depth = 0;
        for (; node is not null; node = node.Parent)
            depth++;
        return depth;
    }

    private static bool IsFormatterStyle(IElement element) =>
        element.LocalName == "style" && element.TextContent.Contains(FormatterStyleMark, StringComparison.Ordinal);

    // Whatever else stood there would become part of the page's policy.
    private static bool IsHash(string text) => HashSource().IsMatch(text);

    private static bool Runs(IElement script) => script.GetAttribute("type") is null or "" or "module" or "text/javascript" or "application/javascript";

    private sealed class TooDeepException : Exception;

    [GeneratedRegex(@"^sha256-[A-Za-z0-9+/]{43}=\z")]
    private static partial Regex HashSource();
}
