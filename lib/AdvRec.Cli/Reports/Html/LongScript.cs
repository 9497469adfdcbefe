namespace AdvRec.Cli.Reports.Html;

/// <summary>
/// A script of megabytes that was cut out of some markup: to the parser, a short one in its place is as good, and a hundred times faster;
/// and where it is not, it need not be copied with every piece of markup that is put around it.
/// </summary>
/// <param name="Text">What stands between its tags.</param>
/// <param name="Placeholder">What stands there instead in <paramref name="Others"/>; it occurs nowhere else.</param>
/// <param name="Others">The markup with the placeholder.</param>
internal sealed record LongScript(ReadOnlyMemory<char> Text, string Placeholder, string Others)
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
            var text = html.AsMemory(start..end);
            // A comment within a script has rules of its own for where the script ends, and a parser replaces these two characters.
            if (text.Span.Contains("</script", StringComparison.OrdinalIgnoreCase) || text.Span.Contains("<!--", StringComparison.Ordinal) || text.Span.ContainsAny('\r', '\0'))
                return null;
            var placeholder = $"/* {Guid.NewGuid()} */";
            return new(text, placeholder, string.Concat(html.AsSpan(0, start), placeholder, html.AsSpan(end)));
        }

        return null;
    }
}
