using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Dom;

namespace AdvRec.Cli.Reports.Html;

/// <summary>
/// Writes what was parsed, as the standard says, without comments. AngleSharp's own way looks for every next sibling from the first one on:
/// a hundred thousand of them take it half a minute.
/// </summary>
internal static class Markup
{
    private static readonly IMarkupFormatter Formatter = HtmlMarkupFormatter.Instance;

    private static readonly HashSet<string> WithoutEnd = new(StringComparer.Ordinal)
    {
        "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta", "param", "source", "track", "wbr",
    };

    private static readonly HashSet<string> WithoutMarkup = new(StringComparer.Ordinal) { "style", "script", "xmp", "iframe", "noembed", "noframes", "noscript" };

    /// <param name="nodes">Siblings; no deeper than the stack allows.</param>
    /// <param name="choose">What becomes of an element; called once for each, from the first on, but not for those within one that is left out.</param>
    public static string Of(IEnumerable<INode> nodes, Func<IElement, Choice> choose)
    {
        using var writer = new StringWriter();
        Write(writer, nodes, isLiteral: false, choose);
        return writer.ToString();
    }

    private static void Write(TextWriter writer, IEnumerable<INode> nodes, bool isLiteral, Func<IElement, Choice> choose)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case IElement element when choose(element) is var choice and not Choice.LeaveOut:
                    Write(writer, element, choice == Choice.Keep, choose);
                    break;
                case IText text:
                    writer.Write(isLiteral ? text.Data : Formatter.Text(text));
                    break;
            }
        }
    }

    private static void Write(TextWriter writer, IElement element, bool hasTags, Func<IElement, Choice> choose)
    {
        var name = element.NamespaceUri == NamespaceNames.HtmlUri ? element.LocalName : "";
        var content = element is IHtmlTemplateElement template ? template.Content.ChildNodes : element.ChildNodes;
        if (hasTags)
            writer.Write(Formatter.OpenTag(element, selfClosing: false));
        // There, a parser takes a first line's end for none of the text's.
        if (name is "pre" or "textarea" or "listing" && content.FirstOrDefault() is IText { Data: ['\n', ..] })
            writer.Write('\n');
        Write(writer, content, WithoutMarkup.Contains(name), choose);
        if (hasTags && !WithoutEnd.Contains(name))
            writer.Write(Formatter.CloseTag(element, selfClosing: false));
    }

    internal enum Choice
    {
        Keep,
        LeaveOut,

        /// <summary>What is in it stays, without its tags.</summary>
        Unwrap,
    }
}
