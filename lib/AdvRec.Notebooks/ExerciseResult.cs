using System.Net;
using AdvRec.Notebooks.Formatting;

namespace AdvRec.Notebooks;

/// <summary>What a check says of a learner's answer. Immutable. Made by <see cref="Exercise"/>.</summary>
[TypeFormatterSource(typeof(RichFormatterSource), PreferredMimeTypes = ["text/html"])]
public sealed class ExerciseResult : IRichOutput
{
    private readonly string _symbol;
    private readonly string _border;
    private readonly string _headline;
    private readonly string _text;

    private ExerciseResult(string symbol, string border, string headline, string text)
    {
        _symbol = symbol;
        _border = border;
        _headline = headline;
        _text = text;
    }

    internal bool IsRight => _symbol == "✓";

    internal static ExerciseResult NothingToMatch(string name) =>
        Kept(name, new("○", "dotted", $"{Isolated.Of(name)}: there is nothing to match here:", "with this data or these parameters every answer would do. Take others."));

    internal static ExerciseResult Right(string name, string explanation) => Kept(name, new("✓", "solid", $"{Isolated.Of(name)}: right.", explanation));

    internal static ExerciseResult NotYet(string name, string hint) => Kept(name, new("✗", "dashed", $"{Isolated.Of(name)}: not yet.", hint));

    internal static ExerciseResult Nothing(string name, string request) => Kept(name, new("○", "dotted", $"{Isolated.Of(name)}: nothing to check yet:", request));

    private static ExerciseResult Kept(string name, ExerciseResult result)
    {
        Exercise.Keep(name, result);
        return result;
    }

    /// <summary>The result as a fragment of a page.</summary>
    public string ToHtml() => $"""
        <div role="status" style="border:2px {_border} currentColor;border-left:.5em solid currentColor;border-radius:.25em;padding:.5em .75em;margin:1em 0;overflow-wrap:anywhere"><span aria-hidden="true">{_symbol} </span><strong>{WebUtility.HtmlEncode(_headline)}</strong> {WebUtility.HtmlEncode(_text)}</div>
        """;

    /// <summary>One line, such as "✓ Exercise 1: right."</summary>
    public override string ToString() => $"{_symbol} {_headline} {_text}".TrimEnd();
}
