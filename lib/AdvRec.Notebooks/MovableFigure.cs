using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Html;
using AdvRec.Notebooks.Movable;

namespace AdvRec.Notebooks;

/// <summary>
/// A figure that the reader moves: sliders and choices, and views that follow. Everything it shows was computed before and comes with it; without scripts, and on
/// paper, it shows its first setting and a table of others. Immutable. Made by <see cref="Explore"/>.
/// </summary>
[TypeFormatterSource(typeof(RichFormatterSource), PreferredMimeTypes = ["text/html"])]
public sealed class MovableFigure : IRichOutput
{
    private const string PrintStyle =
        ".advrec-movable[data-live]>.advrec-states{display:none}@media print{.advrec-movable[data-live]>.advrec-states{display:block}.advrec-movable>[data-controls],.advrec-movable>details{display:none!important}}";

    private static readonly ConcurrentDictionary<string, int> s_shown = new();
    private static readonly Lazy<string> s_script = new(() => Resource.Read("controls.js"));

    private readonly string _title;
    private readonly IReadOnlyList<Control> _controls;
    private readonly string _views;
    private readonly string _sentence;
    private readonly Table _table;
    private readonly string _json;
    private readonly string _content;

    internal MovableFigure(string title, IReadOnlyList<Control> controls, Frames frames, string views, Func<int, string> sentence, Table table)
    {
        _title = title;
        _controls = controls;
        _views = views;
        _sentence = frames.Text("p", "aria-live=\"polite\" style=\"margin:.5em 0;min-height:3em\"", sentence);
        _table = table;
        _json = DrawScript.SafeJson(frames.ToJson());
        _content = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(title + views + _json)).AsSpan(0, 6));
    }

    /// <summary>The figure as a fragment of a page. Every call yields a fresh id, so call it once per place.</summary>
    public string ToHtml()
    {
        var count = s_shown.AddOrUpdate(_content, 1, (_, before) => before + 1);
        var id = string.Create(CultureInfo.InvariantCulture, $"advrec-move-{_content}-{count}");
        var controls = _controls.Select((control, i) => control.ToHtml(string.Create(CultureInfo.InvariantCulture, $"{id}-{i}")));
        return $$"""
            <figure class="advrec-movable" data-advrec-movable="{{id}}" style="margin:1em 0">
            <style>{{PrintStyle}}</style>
            <figcaption style="font-weight:600;overflow-wrap:anywhere">{{WebUtility.HtmlEncode(_title)}}</figcaption>
            <div data-controls hidden><div style="display:flex;flex-wrap:wrap;gap:.5em 1.5em;align-items:end">{{string.Concat(controls)}}<button type="button" style="font:inherit;color:inherit;background:transparent;border:1px solid currentColor;border-radius:.25em;min-height:44px;padding:0 1em">Reset</button></div></div>
            {{_sentence}}
            {{_views}}
            <div class="advrec-states">{{_table.ToHtml("Some settings in numbers")}}</div>
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
