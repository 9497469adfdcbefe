using System.Net;

namespace AdvRec.Notebooks.Html;

/// <summary>A figure as HTML that stands for itself in any page: caption, drawing, table, scripts.</summary>
internal static class Fragment
{
    public static string Of(Plot plot, string figure, PlotSession session)
    {
        var table = plot.Table.ToHtml(plot.Title);
        var (id, bringsScript) = session.Show(string.Join('\n', plot.Title, plot.Note, table, figure));
        // Joined, not filled in: the script is copied once. What draws stands before it, so that it says at once that the plot is coming.
        return string.Concat($"""
            <figure class="advrec-plot" style="margin:1em 0;overflow-x:auto">
            <figcaption id="{id}-title" style="font-weight:600;overflow-wrap:anywhere">{WebUtility.HtmlEncode(plot.Title)}</figcaption>
            <div id="{id}" role="img" aria-labelledby="{id}-title" style="width:100%"></div>
            {DrawScript.Without}
            {(plot.Note.Length > 0 ? $"<p style=\"margin:.25em 0;font-size:smaller;overflow-wrap:anywhere\">{WebUtility.HtmlEncode(plot.Note)}</p>" : "")}
            <details><summary style="display:list-item;font-size:smaller">The numbers as a table</summary>{table}</details>

            """, DrawScript.Of(id, figure), bringsScript ? "\n" + PlotScript.Element : "", "\n</figure>");
    }
}
