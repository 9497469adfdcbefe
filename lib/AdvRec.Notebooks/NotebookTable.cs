using System.Net;
using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Html;

namespace AdvRec.Notebooks;

/// <summary>A table as notebook hosts show it; one that is wider than the page scrolls in a box of its own. Immutable. Made by <see cref="Tables"/>.</summary>
[TypeFormatterSource(typeof(RichFormatterSource), PreferredMimeTypes = ["text/html"])]
public sealed class NotebookTable : IRichOutput
{
    private readonly string _title;
    private readonly Table _table;
    private readonly IReadOnlyList<string> _notes;

    internal NotebookTable(string title, Table table, params IReadOnlyList<string> notes)
    {
        _title = title;
        _table = table;
        _notes = notes;
    }

    /// <summary>The table as a fragment of a page.</summary>
    public string ToHtml()
    {
        var notes = _notes.Select(note => $"<p style=\"margin:.25em 0\">{WebUtility.HtmlEncode(note)}</p>");
        return $"<div class=\"advrec-table\" style=\"margin:1em 0\">{_table.ToHtml(_title)}{string.Concat(notes)}</div>";
    }

    /// <summary>Title and aligned columns as text.</summary>
    public override string ToString() => string.Join(Environment.NewLine, [_title, .. _table.ToTextLines(), .. _notes]);
}
