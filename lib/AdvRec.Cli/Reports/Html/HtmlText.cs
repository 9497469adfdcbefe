using System.Net;

namespace AdvRec.Cli.Reports.Html;

internal static class HtmlText
{
    /// <summary>Text as it stands, in an element or a quoted attribute.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>What cannot be laid out, under a sentence that says so.</summary>
    /// <param name="problem">The sentence's beginning.</param>
    /// <param name="source">What was written.</param>
    public static string AsWritten(string problem, string source) => $"<p>{problem}; here it is as it was written.</p><pre>{Encode(source)}</pre>";
}
