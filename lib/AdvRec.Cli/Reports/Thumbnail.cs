using AdvRec.Cli.Reports.Html;
using AdvRec.Cli.Running;
using AngleSharp.Html.Parser;

namespace AdvRec.Cli.Reports;

/// <summary>A notebook's main plot in small: the last one, for notebooks lead up to it.</summary>
/// <param name="Drawing">The plot without caption, table and library.</param>
/// <param name="Library">The script that draws plots, which a page needs once.</param>
internal sealed record Thumbnail(HtmlFragment Drawing, HtmlFragment Library)
{
    private const string Plot = "class=\"advrec-plot\"";
    private const string LibraryMark = "data-advrec=\"plotly.js\"";

    public static Thumbnail? Of(ExecutedNotebook executed)
    {
        var plots = executed.Cells.SelectMany(cell => cell.Outputs)
            .Select(output => output.Data.GetValueOrDefault("text/html", ""))
            .Where(html => html.Contains(Plot, StringComparison.Ordinal))
            .ToList();
        return plots.FirstOrDefault(html => html.Contains(LibraryMark, StringComparison.Ordinal)) is { } first
            ? new(Draw(plots[^1], $"thumbnail-{Uri.EscapeDataString(executed.Notebook.Name)}"), HtmlFragment.FromOutput(CutLibrary(first).Library))
            : null;
    }

    private static HtmlFragment Draw(string plot, string newId)
    {
        var document = new HtmlParser().ParseDocument(CutLibrary(plot).Others);
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

    private static (string Library, string Others) CutLibrary(string html)
    {
        const string End = "</script>";
        var mark = html.IndexOf(LibraryMark, StringComparison.Ordinal);
        if (mark < 0)
            return ("", html);
        var start = html.LastIndexOf('<', mark);
        var end = html.IndexOf(End, mark, StringComparison.Ordinal) + End.Length;
        return (html[start..end], html.Remove(start, end - start));
    }
}
