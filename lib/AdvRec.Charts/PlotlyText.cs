namespace AdvRec.Charts;

/// <summary>plotly.js reads tags, TeX between dollar signs and %{variables} in texts; written as entities they show as they are.</summary>
internal static class PlotlyText
{
    private const int MostLines = 3;

    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("$", "&#36;", StringComparison.Ordinal)
        .Replace("%{", "&#37;{", StringComparison.Ordinal);

    /// <summary>Lines of a text, long ones wrapped.</summary>
    public static string Hover(string text) => Lines(text.Split('\n').SelectMany(line => Wrap(line, Look.TitleCharacters)));

    public static string Lines(IEnumerable<string> lines) => string.Join("<br>", lines.Select(Escape));

    /// <summary>At most three lines of at most so many characters, broken at blanks where there are any; the rest is an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var piece in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(word => word.Chunk(width)).Select(c => new string(c)))
        {
            if (line.Length > 0 && line.Length + 1 + piece.Length > width)
            {
                lines.Add(line);
                line = piece;
            }
            else
            {
                line = line.Length == 0 ? piece : $"{line} {piece}";
            }
        }

        lines.Add(line);
        return lines.Count <= MostLines ? lines : [.. lines.Take(MostLines - 1), lines[MostLines - 1][..Math.Min(width - 1, lines[MostLines - 1].Length)] + "…"];
    }
}
