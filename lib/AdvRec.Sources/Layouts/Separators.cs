using AdvRec.Data;

namespace AdvRec.Sources.Layouts;

/// <summary>What stands between columns.</summary>
internal static class Separators
{
    private static readonly Dictionary<string, string> Words = new()
    {
        ["tab"] = "\t",
        ["\\t"] = "\t",
        ["blank"] = " ",
        ["space"] = " ",
        ["comma"] = ",",
        ["semicolon"] = ";",
        ["pipe"] = "|",
    };

    public static string Name(string separator) => separator switch { "\t" => "tabs", " " => "blanks", "," => "commas", ";" => "semicolons", _ => $"'{separator}'" };

    public static string Of(string path, string? wish, IReadOnlyList<string> lines)
    {
        if (wish is not null)
        {
            var separator = Words.GetValueOrDefault(wish, wish);
            return separator.Length == 1 || separator == "::" ? separator
                : throw new DatasetException($"--separator {wish}: name one character, '::', or one of tab, blank, comma, semicolon, pipe.");
        }

        var first = lines.Count > 0 ? lines[0] : "";
        // In a .csv file the one that comes first counts: a tab may be inside quotes.
        var isCsv = path.Contains(".csv", StringComparison.OrdinalIgnoreCase);
        if (!isCsv && first.Contains('\t', StringComparison.Ordinal))
            return "\t";
        if (first.AsSpan().IndexOfAny(',', ';', '\t') is var at and >= 0)
            return first[at].ToString();
        foreach (var separator in (string[])["::", "|", " "])
        {
            var widths = lines.Select(line => line.Split(separator).Length).Distinct().ToList();
            if (widths is [> 1])
                return separator;
        }

        return ",";
    }
}
