using System.Net;

namespace AdvRec.Cli.Reports.Html;

internal static class HtmlText
{
    /// <summary>Text as it stands, in an element or a quoted attribute.</summary>
    public static string Encode(string text) => WebUtility.HtmlEncode(text);
}
