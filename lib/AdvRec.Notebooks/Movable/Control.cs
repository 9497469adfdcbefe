using System.Globalization;
using System.Net;
using System.Text.Json;
using AdvRec.Notebooks.Formatting;

namespace AdvRec.Notebooks.Movable;

/// <summary>A parameter that the reader moves; it offers given values and no others.</summary>
/// <param name="Label">What it is, with its unit.</param>
/// <param name="Values">What it offers, as text.</param>
/// <param name="Start">Index of the value that is shown at first.</param>
/// <param name="IsSlider">A slider for values in an order; otherwise a list to choose from.</param>
internal sealed record Control(string Label, IReadOnlyList<string> Values, int Start = 0, bool IsSlider = true)
{
    public static Control Choice(string label, IReadOnlyList<string> values) => new(label, values, IsSlider: false);

    public static Control Slider(string label, IEnumerable<double> values, int start = 0) => new(label, [.. values.Select(NumberText.Short)], start);

    public string ToHtml(string id)
    {
        var shared = string.Create(CultureInfo.InvariantCulture, $"id=\"{id}\" data-sizes=\"{Values.Count}\" data-start=\"{Start}\" style=\"font:inherit;color:inherit;min-height:44px;max-width:100%");
        var label = $"<label for=\"{id}\">{WebUtility.HtmlEncode(Label)}</label>";
        if (IsSlider)
        {
            var texts = WebUtility.HtmlEncode(JsonSerializer.Serialize(Values));
            return string.Create(CultureInfo.InvariantCulture, $"""
                <div style="flex:1 1 16em;min-width:0">{label}: <output for="{id}" aria-live="off">{WebUtility.HtmlEncode(Values[Start])}</output><input type="range" min="0" max="{Values.Count - 1}" step="1" value="{Start}" {shared};display:block;width:100%;margin:0" data-texts="{texts}" aria-valuetext="{WebUtility.HtmlEncode(Values[Start])}" autocomplete="off"></div>
                """);
        }

        var options = Values.Select((value, i) => string.Create(CultureInfo.InvariantCulture, $"<option value=\"{i}\"{(i == Start ? " selected" : "")}>{WebUtility.HtmlEncode(value)}</option>"));
        return $"""
            <div style="flex:1 1 16em;min-width:0">{label}<select {shared};display:block;width:100%;background:Canvas;color:CanvasText" autocomplete="off">{string.Concat(options)}</select></div>
            """;
    }
}
