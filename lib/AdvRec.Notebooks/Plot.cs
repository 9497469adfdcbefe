using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Html;

namespace AdvRec.Notebooks;

/// <summary>A figure as notebook hosts show it: HTML that draws it with plotly.js, and its numbers as a table. Immutable.</summary>
[TypeFormatterSource(typeof(RichFormatterSource), PreferredMimeTypes = ["text/html"])]
public sealed class Plot : IRichOutput
{
    private readonly string _figure;

    internal Plot(string title, string note, Table table, string figure)
    {
        Title = title;
        Note = note;
        Table = table;
        _figure = figure;
    }

    internal string Title { get; }

    internal string Note { get; }

    internal Table Table { get; }

    /// <summary>
    /// The figure as a fragment of a page, which <see cref="PlotScript"/> draws. If nothing showed that before, the first figure of a process brings it along,
    /// each time it is shown; the others wait for it. Every call yields a fresh id, so call it once per place.
    /// </summary>
    public string ToHtml() => ToHtml(PlotSession.Current);

    internal string ToHtml(PlotSession session) => Fragment.Of(this, _figure, session);

    /// <summary>Title and numbers as text.</summary>
    public override string ToString() => string.Join(Environment.NewLine, [Title, .. Table.ToTextLines(), .. Note.Length > 0 ? [Note] : Array.Empty<string>()]);
}
