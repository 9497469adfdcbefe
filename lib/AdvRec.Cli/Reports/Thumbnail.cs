using System.Text;
using AdvRec.Cli.Reports.Html;
using AdvRec.Cli.Running;
using AdvRec.Data;
using AdvRec.Notebooks.Html;
using AngleSharp.Html.Parser;

namespace AdvRec.Cli.Reports;

/// <summary>
/// A notebook's picture on the index: the one that was drawn for it, <c>images/NAME.svg</c> beside it; else of the first figure that its reader can move,
/// else of the last plot before anything is asked, for notebooks lead up to it and answers are not to be given away.
/// </summary>
/// <param name="Drawing">The picture without caption, table and library.</param>
/// <param name="Bringer">The output that brings the script that draws plots; null for a picture that needs none.</param>
internal sealed record Thumbnail(HtmlFragment Drawing, string? Bringer)
{
    private const string Movable = "class=\"advrec-movable\"";
    private const string Plot = "class=\"advrec-plot\"";

    public static Thumbnail? Of(ExecutedNotebook executed)
    {
        static IEnumerable<string> Shown(IEnumerable<ExecutedCell> cells) => cells.SelectMany(cell => cell.Outputs).Select(output => output.Data.GetValueOrDefault("text/html", ""));
        var drawn = Path.Combine(executed.Notebook.Folder, "images", $"{executed.Notebook.Name}.svg");
        var source = FileContent.Optional(drawn) is { } svg ? Encoding.UTF8.GetString(svg) : Shown(executed.Cells).FirstOrDefault(html => html.Contains(Movable, StringComparison.Ordinal));
        if (source is not null && new HtmlParser().ParseDocument(source).QuerySelector("svg") is { } picture)
            return new(HtmlFragment.FromText(picture.OuterHtml), Bringer: null);
        var last = Shown(executed.Cells.TakeWhile(cell => !FoldedAnswers.IsAsked(cell))).LastOrDefault(html => html.Contains(Plot, StringComparison.Ordinal));
        return last is not null && Shown(executed.Cells).FirstOrDefault(html => html.Contains(PackedScript.Mark, StringComparison.Ordinal)) is { } bringer
            ? new(Draw(last, $"thumbnail-{Uri.EscapeDataString(executed.Notebook.Name)}"), bringer)
            : null;
    }

    /// <summary>The script that draws plots, which a page needs once; null if this picture does not bring it.</summary>
    public HtmlFragment? Library()
    {
        if (Bringer is null)
            return null;
        var (start, end) = FindLibrary(Bringer);
        return HtmlFragment.FromOutput(Bringer[start..end]);
    }

    private static HtmlFragment Draw(string plot, string newId)
    {
        var (start, end) = FindLibrary(plot);
        var document = new HtmlParser().ParseDocument(plot.Remove(start, end - start));
        var figure = document.QuerySelectorAll("figure.advrec-plot")[^1];
        foreach (var element in figure.QuerySelectorAll("figcaption, noscript, p, details").ToList())
            element.Remove();
        var place = figure.QuerySelector("div[id]");
        // The same plot may be in several notebooks: on the index each needs an id of its own.
        var id = place?.Id ?? "";
        place?.RemoveAttribute("aria-labelledby");
        var html = id.Length == 0 ? figure.OuterHtml : figure.OuterHtml.Replace(id, newId, StringComparison.Ordinal);
        return HtmlFragment.FromOutput(html);
    }

    private static (int Start, int End) FindLibrary(string html)
    {
        const string End = "</script>";
        var mark = html.IndexOf(PackedScript.Mark, StringComparison.Ordinal);
        return mark < 0 ? (0, 0) : (html.LastIndexOf('<', mark), html.IndexOf(End, mark, StringComparison.Ordinal) + End.Length);
    }
}
