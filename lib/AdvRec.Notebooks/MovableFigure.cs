using System.Globalization;
using System.Net;
using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Html;
using AdvRec.Notebooks.Movable;

namespace AdvRec.Notebooks;

/// <summary>
/// A figure that the reader moves: sliders and choices, and views that follow. Everything it shows was computed before and comes with it; without scripts, and on
/// paper, it shows its first setting and, small, a few others. Immutable. Made by <see cref="Explore"/>.
/// </summary>
[TypeFormatterSource(typeof(RichFormatterSource), PreferredMimeTypes = ["text/html"])]
public sealed class MovableFigure : IRichOutput
{
    private const string PrintStyle =
        ".advrec-movable[data-live]>.advrec-states{display:none}@media print{.advrec-movable[data-live]>.advrec-states{display:block}.advrec-movable>[data-controls],.advrec-movable>details{display:none!important}}";

    private static readonly Lazy<string> s_script = new(() => Resource.Read("controls.js"));

    private readonly string _title;
    private readonly IReadOnlyList<Control> _controls;
    private readonly string _views;
    private readonly string _sentence;
    private readonly string _stills;
    private readonly Table _table;
    private readonly string _json;

    /// <param name="title">What it shows.</param>
    /// <param name="controls">What the reader moves.</param>
    /// <param name="views">The pictures, side by side.</param>
    /// <param name="sentence">By frame, what there is to see, with numbers.</param>
    /// <param name="table">The numbers of all settings, or of many.</param>
    /// <param name="others">Settings that are shown, small, where nothing moves.</param>
    internal MovableFigure(
        string title, IReadOnlyList<Control> controls, Func<Frames, IReadOnlyList<string>> views, Func<int, string> sentence, Table table, IReadOnlyList<IReadOnlyList<int>> others)
    {
        _title = title;
        _controls = controls;
        var frames = new Frames(controls);
        _views = Views.Row(views(frames));
        _sentence = frames.Text("p", "aria-live=\"polite\" style=\"margin:.5em 0;min-height:3em\"", sentence);
        _stills = string.Concat(others.Select(settings => Still(new Frames(controls, settings), settings)));
        _table = table;
        _json = DrawScript.SafeJson(frames.ToJson());

        string Still(Frames still, IReadOnlyList<int> settings) => $"""
            <div style="flex:1 1 14em;min-width:0;max-width:20em;break-inside:avoid"><p style="margin:.5em 0;font-weight:600">{WebUtility.HtmlEncode(string.Join("; ", controls.Select((control, i) => $"{control.Label}: {control.Values[settings[i]]}")))}</p>{string.Concat(views(still))}<p style="margin:.5em 0;font-size:smaller">{WebUtility.HtmlEncode(sentence(still.Start))}</p></div>
            """;
    }

    /// <summary>The figure as a fragment of a page. Every call yields a fresh id, so call it once per place.</summary>
    public string ToHtml()
    {
        var id = FreshId.Of("move", _title + _views + _json);
        var controls = _controls.Select((control, i) => control.ToHtml(string.Create(CultureInfo.InvariantCulture, $"{id}-{i}")));
        return $$"""
            <figure class="advrec-movable" data-advrec-movable="{{id}}" style="margin:1em 0;contain:layout">
            <style>{{PrintStyle}}</style>
            <figcaption style="font-weight:600;overflow-wrap:anywhere">{{WebUtility.HtmlEncode(_title)}}</figcaption>
            <div data-controls hidden><div style="display:flex;flex-wrap:wrap;gap:.5em 1.5em;align-items:end">{{string.Concat(controls)}}<button type="button" style="font:inherit;color:inherit;background:transparent;border:1px solid currentColor;border-radius:.25em;min-height:44px;padding:0 1em">Reset</button></div></div>
            {{_sentence}}
            {{_views}}
            <div class="advrec-states"><p style="margin:1em 0 0;font-weight:600">Other settings</p><div style="display:flex;flex-wrap:wrap;gap:.5em 2em;align-items:flex-start">{{_stills}}</div></div>
            <details><summary style="font-size:smaller;min-height:24px">The numbers as a table</summary>{{_table.ToHtml(_title)}}</details>
            <script>
            {{s_script.Value}}("{{id}}", {{_json}});
            </script>
            </figure>
            """;
    }

    /// <summary>Title and numbers as text.</summary>
    public override string ToString() => string.Join(Environment.NewLine, [_title, .. _table.ToTextLines()]);
}
