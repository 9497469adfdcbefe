using System.Text;
using System.Text.RegularExpressions;
using AdvRec.Cli.Reports.Html;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AdvRec.Cli.Reports;

/// <summary>Rewrites links in the source of text cells, and nothing else of it.</summary>
internal static partial class MarkdownLinks
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseMathematics().UsePreciseSourceLocation().Build();

    public static string Move(string text, MovedLinks links)
    {
        if (MarkdownRenderer.HasTooManyLinks(text))
            return text;
        var moved = new StringBuilder();
        var end = 0;
        foreach (var (start, url) in Find(text).OrderBy(found => found.Start))
        {
            moved.Append(text, end, start - end).Append(links.Move(url));
            end = start + url.Length;
        }

        return moved.Append(text, end, text.Length - end).ToString();
    }

    private static List<(int Start, string Url)> Find(string text)
    {
        var found = new HashSet<(int, string)>();
        foreach (var node in Parse(text))
        {
            switch (node)
            {
                case LinkInline { Reference: null, IsAutoLink: false } link:
                    Add(link.UrlSpan);
                    break;
                case LinkReferenceDefinition definition:
                    Add(definition.UrlSpan);
                    break;
                case HtmlInline or HtmlBlock:
                    foreach (Match attribute in UrlAttribute().Matches(text[node.Span.Start..Math.Min(text.Length, node.Span.End + 1)]))
                        found.Add((node.Span.Start + attribute.Groups["url"].Index, attribute.Groups["url"].Value));
                    break;
            }
        }

        return [.. found];

        void Add(SourceSpan span)
        {
            if (span.IsEmpty || span.End >= text.Length)
                return;
            var url = text[span.Start..(span.End + 1)];
            var isPointed = url is ['<', .., '>'];
            found.Add(isPointed ? (span.Start + 1, url[1..^1]) : (span.Start, url));
        }
    }

    private static IEnumerable<MarkdownObject> Parse(string text)
    {
        try
        {
            return Markdown.Parse(text, Pipeline).Descendants();
        }
        catch (ArgumentException)
        {
            // Nested too deeply to be understood: it stays as it is.
            return [];
        }
    }

    [GeneratedRegex("""<(?:a|img)\s[^>]*?\b(?:href|src)\s*=\s*(?<quote>["'])(?<url>[^"'<>]*)\k<quote>""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex UrlAttribute();
}
