using System.Net;

namespace AdvRec.Notebooks.Html;

/// <summary>The numbers of a figure, formatted.</summary>
/// <param name="Columns">Their headings.</param>
/// <param name="Rows">A cell per column.</param>
/// <param name="TextColumns">How many columns, from the left, name the row.</param>
internal sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, int TextColumns = 1)
{
    public string ToHtml(string caption)
    {
        var head = Columns.Select(column => $"<th scope=\"col\">{WebUtility.HtmlEncode(column)}</th>");
        var rows = Rows.Select(row => $"<tr>{string.Concat(row.Select(Cell))}</tr>");
        return $"<table><caption>{WebUtility.HtmlEncode(caption)}</caption><thead><tr>{string.Concat(head)}</tr></thead><tbody>{string.Concat(rows)}</tbody></table>";
    }

    public IEnumerable<string> ToTextLines()
    {
        var widths = Columns.Select((column, i) => Rows.Select(row => row[i].Length).Append(column.Length).Max()).ToArray();
        return Rows.Prepend(Columns).Select(row => string.Join("  ", row.Select((cell, i) =>
            i < TextColumns ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd());
    }

    private string Cell(string text, int column) => column < TextColumns
        ? $"<th scope=\"row\">{WebUtility.HtmlEncode(text)}</th>"
        : $"<td>{WebUtility.HtmlEncode(text)}</td>";
}
