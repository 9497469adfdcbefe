using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Html;
using AdvRec.Notebooks.Movable;

namespace AdvRec.Notebooks;

/// <summary>
/// What became of a guess. Without one it asks for it, on a page with a control to move; the answer is folded until then, and left out of text. Immutable. Made by <see cref="Predict"/>.
/// </summary>
[TypeFormatterSource(typeof(RichFormatterSource), PreferredMimeTypes = ["text/html"])]
public sealed class Prediction : IRichOutput
{
    private const string Box = "border:2px solid currentColor;border-left-width:.5em;border-radius:.25em;padding:.5em .75em;margin:1em 0;overflow-wrap:anywhere";
    private static readonly JsonSerializerOptions s_json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly Lazy<string> s_script = new(() => Resource.Read("guess.js"));

    private readonly string? _guess;
    private readonly string _found;
    private readonly string _because;
    private readonly string _request;
    private readonly Control _control;

    /// <param name="guess">As text; null if there is none.</param>
    /// <param name="found">What the notebook found, as text.</param>
    /// <param name="because">Why it is so.</param>
    /// <param name="control">What the page offers to guess with.</param>
    /// <param name="request">What is to be heeded in guessing.</param>
    internal Prediction(string? guess, string found, string because, Control control, string request = "")
    {
        _guess = guess;
        _found = found;
        _because = because;
        _control = control;
        _request = $"Guess first: replace the null in the cell above, and run both cells. {request}".TrimEnd();
    }

    private string Revealed => _guess == _found ? $"You said {_guess}, and so it is." : $"You said {_guess}, it is {_found}.";

    /// <summary>The comparison, or the request and the folded answer, as a fragment of a page. Every call yields a fresh id, so call it once per place.</summary>
    public string ToHtml() => _guess is null
        ? Asking(FreshId.Of("guess", _found + _because + _request))
        : $"""
        <div role="status" style="{Box}"><strong>{WebUtility.HtmlEncode(Revealed)}</strong> {WebUtility.HtmlEncode(_because)}</div>
        """;

    /// <summary>One line; without a guess it gives nothing away.</summary>
    public override string ToString() => _guess is null ? $"○ {_request}" : $"{Revealed} {_because}".TrimEnd();

    private string Asking(string id) => $"""
        <div class="advrec-guess" data-advrec-guess="{id}" style="{Box};border-style:dotted">
        <style>@media print{"{"}.advrec-guess>[data-controls]{"{"}display:none!important{"}}"}</style>
        <p style="margin:0">{WebUtility.HtmlEncode(_request)}</p>
        <div data-controls hidden><p style="margin:.5em 0">Or guess on this page, which keeps it to itself:</p><div style="display:flex;flex-wrap:wrap;gap:.5em 1.5em;align-items:end">{_control.ToHtml(id)}<button type="button" style="font:inherit;color:inherit;background:transparent;border:1px solid currentColor;border-radius:.25em;min-height:44px;padding:0 1em">This is my guess</button></div></div>
        <p role="status" style="margin:.25em 0;font-weight:600"></p>
        <details data-answer><summary style="display:list-item;min-height:24px">Show what it is</summary>It is <strong>{WebUtility.HtmlEncode(_found)}</strong>. {WebUtility.HtmlEncode(_because)}</details>
        <script>
        {s_script.Value}("{id}", {DrawScript.SafeJson(JsonSerializer.Serialize(_found, s_json))});
        </script>
        </div>
        """;
}
