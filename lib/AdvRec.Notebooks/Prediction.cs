using System.Net;
using AdvRec.Notebooks.Formatting;

namespace AdvRec.Notebooks;

/// <summary>What became of a guess. Without one it asks for it; the answer is then folded on a page, and left out of text. Immutable. Made by <see cref="Predict"/>.</summary>
[TypeFormatterSource(typeof(RichFormatterSource), PreferredMimeTypes = ["text/html"])]
public sealed class Prediction : IRichOutput
{
    private const string Box = "border:2px solid currentColor;border-left-width:.5em;border-radius:.25em;padding:.5em .75em;margin:1em 0;overflow-wrap:anywhere";

    private readonly string? _guess;
    private readonly string _found;
    private readonly string _because;
    private readonly string _request;

    internal Prediction(string? guess, string found, string because, string request = "")
    {
        _guess = guess;
        _found = found;
        _because = because;
        _request = $"Guess first: replace the null in the cell above, and run both cells. {request}".TrimEnd();
    }

    private string Revealed => _guess == _found ? $"You said {_guess}, and so it is." : $"You said {_guess}, it is {_found}.";

    /// <summary>The comparison, or the request and the folded answer, as a fragment of a page.</summary>
    public string ToHtml() => _guess is null
        ? $"""
        <div style="{Box};border-style:dotted">{WebUtility.HtmlEncode(_request)}<details><summary style="min-height:24px">Show what it is</summary>It is <strong>{WebUtility.HtmlEncode(_found)}</strong>. {WebUtility.HtmlEncode(_because)}</details></div>
        """
        : $"""
        <div role="status" style="{Box}"><strong>{WebUtility.HtmlEncode(Revealed)}</strong> {WebUtility.HtmlEncode(_because)}</div>
        """;

    /// <summary>One line; without a guess it gives nothing away.</summary>
    public override string ToString() => _guess is null ? $"○ {_request}" : $"{Revealed} {_because}".TrimEnd();
}
