using System.Globalization;
using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AdvRec.Notebooks.Movable;

/// <summary>
/// What a figure shows at every setting of its controls: all numbers are computed and written as text here, and the page only looks them up,
/// so that it cannot differ from the library in any digit. A frame is one setting; the last control varies fastest.
/// Of a still, one setting is all there is.
/// </summary>
internal sealed class Frames
{
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<object[][]> _slots = [];
    private readonly IReadOnlyList<Control> _controls;

    public Frames(IReadOnlyList<Control> controls, IReadOnlyList<int>? still = null)
    {
        _controls = controls;
        IsStill = still is not null;
        Count = controls.Aggregate(1, (product, control) => product * control.Values.Count);
        Start = Index(still ?? [.. controls.Select(control => control.Start)]);
    }

    /// <summary>Whether one setting is all there is.</summary>
    public bool IsStill { get; }

    /// <summary>Number of settings.</summary>
    public int Count { get; }

    /// <summary>The setting that is shown at first, and on paper.</summary>
    public int Start { get; }

    /// <summary>All that changes, as the page's script reads it: per place its changes, each the attribute, its different values and which of them every frame takes.</summary>
    public string ToJson() => JsonSerializer.Serialize(_slots, s_json);

    public int Index(IReadOnlyList<int> settings) => _controls.Select((control, i) => (control, at: settings[i])).Aggregate(0, (index, next) => index * next.control.Values.Count + next.at);

    /// <summary>Attributes of an element that change.</summary>
    public string Attributes(params (string Name, Func<int, string> At)[] attributes)
    {
        var changes = attributes.Select(attribute => Change(attribute.Name, attribute.At)).ToArray();
        var start = attributes.Select(attribute => $" {attribute.Name}=\"{WebUtility.HtmlEncode(attribute.At(Start))}\"");
        return Add(changes) + string.Concat(start);
    }

    /// <summary>An element whose text changes.</summary>
    public string Text(string element, string attributes, Func<int, string> at) =>
        $"<{element} {attributes}{Add(Change("text", at))}>{WebUtility.HtmlEncode(at(Start))}</{element}>";

    /// <summary>A list that shows some of its rows, in an order that changes.</summary>
    /// <param name="rows">By its key, the markup inside a row.</param>
    /// <param name="at">Per frame the keys of the rows to show, first to last.</param>
    public string List(Func<int, string> rows, Func<int, IReadOnlyList<int>> at)
    {
        string Keys(int frame) => string.Join(' ', at(frame));
        var first = at(Start);
        var keys = first.Concat(Enumerable.Range(0, Count).SelectMany(at).Distinct().Except(first).Order()).ToArray();
        if (IsStill) keys = [.. first];
        var items = keys.Select((key, i) => string.Create(CultureInfo.InvariantCulture, $"<li data-key=\"{key}\"{(i < first.Count ? "" : " hidden")} style=\"padding:.1em 0\">{rows(key)}</li>"));
        return $"<ol style=\"margin:0;padding-left:2.2em\"{Add(Change("order", Keys))}>{string.Concat(items)}</ol>";
    }

    private string Add(params object[][] changes)
    {
        if (IsStill) return "";
        _slots.Add(changes);
        return string.Create(CultureInfo.InvariantCulture, $" data-slot=\"{_slots.Count - 1}\"");
    }

    private object[] Change(string name, Func<int, string> at)
    {
        if (IsStill) return [];
        Dictionary<string, int> values = [];
        var frames = new int[Count];
        for (var frame = 0; frame < Count; frame++)
        {
            var value = at(frame);
            if (!values.TryGetValue(value, out frames[frame]))
                values.Add(value, frames[frame] = values.Count);
        }

        return [name, values.Keys.ToArray(), frames];
    }
}
