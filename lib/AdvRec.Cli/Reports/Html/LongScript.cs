namespace AdvRec.Cli.Reports.Html;

/// <summary>A script of megabytes within some markup: to the parser, a short one in its place is as good, and a hundred times faster.</summary>
/// <param name="Script">What stands between its tags.</param>
/// <param name="Placeholder">What stands there instead in <paramref name="Others"/>; it occurs nowhere else.</param>
/// <param name="Others">The markup with the placeholder.</param>
internal sealed record LongScript(string Script, string Placeholder, string Others)
{
    private const int MinLength = 100_000;
    private const string End = "</script>";

    /// <summary>The first long script; null if there is none whose end is beyond doubt.</summary>
    public static LongScript? Cut(string html)
    {
        if (html.Length < MinLength)
            return null;
        for (var end = html.IndexOf(End, StringComparison.Ordinal); end >= 0; end = html.IndexOf(End, end + 1, StringComparison.Ordinal))
        {
            var tag = html.LastIndexOf("<script", end, StringComparison.Ordinal);
            var start = tag < 0 ? -1 : html.IndexOf('>', tag) + 1;
            if (tag < 0 || end - start < MinLength)
                continue;
            var script = html[start..end];
            // A comment within a script has rules of its own for where the script ends, and a parser replaces these two characters.
            if (script.Contains("</script", StringComparison.OrdinalIgnoreCase) || script.Contains("<!--", StringComparison.Ordinal) || script.AsSpan().ContainsAny('\r', '\0'))
                return null;
            var placeholder = $"/* {Guid.NewGuid()} */";
            return new(script, placeholder, string.Concat(html.AsSpan(0, start), placeholder, html.AsSpan(end)));
        }

        return null;
    }
}
