using System.Globalization;
using System.Text.Json.Nodes;
using Markdig;
using Markdig.Helpers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AdvRec.Cli.Reports.Html;

/// <summary>
/// Text cells of one page. Raw HTML in them is kept, for sub- and superscripts and the like: a notebook's text is its author's;
/// scripts, and what would lead away from the page, are not.
/// </summary>
/// <param name="folder">The notebook's.</param>
/// <param name="hasPage">Whether there is a page of that name, without ending, to link to; null if there is one of every notebook.</param>
internal sealed class MarkdownRenderer(string folder, Func<string, bool>? hasPage = null)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseFootnotes().UseTaskLists().UseEmphasisExtras().UseAutoLinks().UseDefinitionLists().UseMathematics()
        .Build();

    /// <summary>Blanks in front of a line that is set apart: two or three; four would make it code.</summary>
    private const int FormulaIndent = 2;

    private const int MostLinks = 20_000;

    private static readonly string[] LinkBeginnings = ["[", "://", "www.", "mailto:", "tel:"];

    private readonly List<Heading> _headings = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Headings of all cells rendered so far, in order.</summary>
    public IReadOnlyList<Heading> Headings => _headings;

    /// <summary>Markup of what the text opens with, without its links: the first paragraph, and all up to the reading time where the first cell gives one. Null if there was none yet.</summary>
    public string? Opening { get; private set; }

    /// <param name="markdown">Text of a cell.</param>
    /// <param name="attachments">Images that the cell brings along, by name.</param>
    public string Render(string markdown, JsonObject? attachments = null)
    {
        var html = HtmlFragment.FromText(Html(markdown, attachments));
        Opening ??= html.Opening();
        return html.Html;
    }

    /// <summary>The parser's time grows with the square of what may open a link.</summary>
    public static bool HasTooManyLinks(string markdown) => LinkBeginnings.Sum(beginning => markdown.AsSpan().Count(beginning)) > MostLinks;

    private string Html(string markdown, JsonObject? attachments)
    {
        if (HasTooManyLinks(markdown))
            return HtmlText.AsWritten(string.Create(CultureInfo.InvariantCulture, $"This text holds more than {MostLinks} brackets and addresses, too many to be laid out"), markdown);
        try
        {
            var document = Markdown.Parse(markdown, Pipeline);
            using var writer = new StringWriter();
            var renderer = new HtmlRenderer(writer);
            Pipeline.Setup(renderer);
            foreach (var formula in document.OfType<ParagraphBlock>().Where(paragraph => paragraph.Column >= FormulaIndent))
                formula.GetAttributes().AddClass("formula");
            foreach (var link in document.Descendants<LinkInline>().ToList())
            {
                if (LinkTarget.Rewrite(link, folder, attachments, hasPage ?? (_ => true)) is { } target)
                    link.Url = target;
                else
                    link.ReplaceBy(new ContainerInline());
            }

            foreach (var heading in document.Descendants<HeadingBlock>())
                AddHeading(heading);
            renderer.Render(document);
            return writer.ToString();
        }
        catch (ArgumentException exception) when (exception.Message.Contains("nested", StringComparison.Ordinal))
        {
            return HtmlText.AsWritten("This text is nested too deeply to be laid out", markdown);
        }
    }

    private void AddHeading(HeadingBlock heading)
    {
        var text = PlainText(heading);
        var slug = LinkHelper.UrilizeAsGfm(text);
        slug = slug.Length == 0 ? "section" : slug;
        var id = slug;
        while (!_ids.Add(id))
            id = $"{slug}-{_counts[slug] = _counts.GetValueOrDefault(slug, 1) + 1}";
        heading.GetAttributes().Id = id;
        _headings.Add(new(heading.Level, text, id));
    }

    private static string PlainText(LeafBlock block)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer) { EnableHtmlForInline = false, EnableHtmlForBlock = false, EnableHtmlEscape = false };
        renderer.Render(block.Inline!);
        return writer.ToString().Trim().ReplaceLineEndings(" ");
    }
}
