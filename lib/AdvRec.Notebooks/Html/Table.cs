using System.Net;
using AdvRec.Notebooks.Formatting;

namespace AdvRec.Notebooks.Html;

/// <summary>Rows of formatted cells.</summary>
/// <param name="Columns">Their headings.</param>
/// <param name="Rows">A cell per column.</param>
/// <param name="TextColumns">How many columns, from the left, name the row.</param>
/// <param name="Rest">A line below the rows, such as how many are not shown; empty for none.</param>
internal sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, int TextColumns = 1, string Rest = "")
{
    private const int MostRows = 200;
    private const int MostPadding = 60;
    private const int LongWord = 24;
    private const string CellStyle = "padding:.2em .7em .2em 0;vertical-align:top;border-bottom:1px solid rgba(128,128,128,.4);";
    private const string TextStyle = CellStyle + "text-align:left";
    private const string NumberStyle = CellStyle + "text-align:right";

    /// <summary>The first 200 rows, and how many more there are.</summary>
    /// <param name="columns">Their headings.</param>
    /// <param name="rows">A cell per column.</param>
    /// <param name="textColumns">How many columns, from the left, name the row.</param>
    /// <param name="things">What the rows are, in the plural.</param>
    public static Table Beginning(IReadOnlyList<string> columns, IReadOnlyList<IReadOnlyList<string>> rows, int textColumns, string things) => new(
        columns,
        [.. rows.Take(MostRows)],
        textColumns,
        rows.Count > MostRows ? FormattableString.Invariant($"… and {rows.Count - MostRows:N0} more {things}") : "");

    public string ToHtml(string caption)
    {
        var name = WebUtility.HtmlEncode(caption);
        var head = Columns.Select((column, i) => $"<th scope=\"col\" style=\"{(i < TextColumns ? TextStyle : NumberStyle)};vertical-align:bottom\">{WebUtility.HtmlEncode(column)}</th>");
        var rows = Rows.Select(row => $"<tr>{string.Concat(row.Select(Cell))}</tr>");
        var foot = Rest.Length > 0 ? $"<tfoot><tr><td colspan=\"{Columns.Count}\" style=\"text-align:left\">{WebUtility.HtmlEncode(Rest)}</td></tr></tfoot>" : "";
        // A box that scrolls can be reached, and so scrolled, by keyboard.
        return $"""
            <div role="region" tabindex="0" aria-label="{name}" style="overflow-x:auto;max-width:100%"><table style="border-collapse:collapse"><caption style="text-align:left;font-weight:600;overflow-wrap:anywhere">{name}</caption><thead><tr>{string.Concat(head)}</tr></thead><tbody>{string.Concat(rows)}</tbody>{foot}</table></div>
            """;
    }

    public IEnumerable<string> ToTextLines()
    {
        var widths = Columns.Select((column, i) => Math.Min(MostPadding, Rows.Select(row => row[i].Length).Append(column.Length).Max())).ToArray();
        var lines = Rows.Prepend(Columns).Select(row => string.Join("  ", row.Select((cell, i) =>
            i < TextColumns ? Isolated.Of(cell.PadRight(widths[i])) : cell.PadLeft(widths[i]))).TrimEnd());
        return Rest.Length > 0 ? lines.Append(Rest) : lines;
    }

    // An empty cell names nothing, so it is no header; and where hosts take the styles away, a table of headers alone would be all bold.
    private string Cell(string text, int column) => column < TextColumns && text.Length > 0 && (column == 0 || TextColumns < Columns.Count)
        ? $"<th scope=\"row\" style=\"{TextStyle};font-weight:normal{(HasLongWord(text) ? ";overflow-wrap:anywhere;min-width:10em" : "")}\">{WebUtility.HtmlEncode(text)}</th>"
        : $"<td style=\"{(column < TextColumns ? TextStyle : NumberStyle)}\">{WebUtility.HtmlEncode(text)}</td>";

    private static bool HasLongWord(string text) => text.Split((char[]?)null).Any(word => word.Length > LongWord);
}
