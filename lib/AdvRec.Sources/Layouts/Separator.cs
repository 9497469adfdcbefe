using AdvRec.Data;
using Sylvan.Data.Csv;

namespace AdvRec.Sources.Layouts;

/// <summary>What stands between columns.</summary>
/// <param name="Text">One character, or the same one twice.</param>
/// <param name="IsQuoted">Whether quotation marks around a field are not part of it.</param>
internal sealed record Separator(string Text, bool IsQuoted)
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
        ["ctrl-a"] = "\u0001",
    };

    public bool IsBlank => Text == " ";

    private bool IsPair => Text.Length == 2;

    public CsvDataReaderOptions Style => IsQuoted ? DelimitedText.Quoted(Text[0]) : DelimitedText.Literal(IsPair ? PairedText.Mark : Text[0]);

    /// <summary>The text as <see cref="Style"/> splits it.</summary>
    public TextReader Prepared(TextReader text) => IsBlank ? new SqueezedText(text) : IsPair ? new PairedText(text, Text[0]) : text;

    /// <summary>What the user wishes, or else what makes the first lines a table.</summary>
    /// <exception cref="DatasetException">The wish is no separator.</exception>
    public static Separator Of(Head head, string? wish)
    {
        if (wish is not null)
        {
            var text = Words.GetValueOrDefault(wish, wish);
            return text.Length == 1 || (text.Length == 2 && text[0] == text[1]) ? Quoting(text, head)
                : throw new DatasetException($"--separator {wish}: name one character (or the same one twice, such as '::'), or one of {string.Join(", ", Words.Keys.Where(word => word[0] != '\\'))}.");
        }

        if (head.Remarks.FirstOrDefault(remark => remark.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)) is { } said)
            return Quoting(said[4].ToString(), head);
        // In a .csv file a tab may be part of a quoted field.
        var isCsv = head.Path.Contains(".csv", StringComparison.OrdinalIgnoreCase);
        string[] order = isCsv ? [";", ",", "\t", "::", "|", "\u0001", " "] : ["\t", "::", ";", ",", "|", "\u0001", " "];
        var candidates = order.Select(text => Quoting(text, head))
            .Select(separator => (Separator: separator, Rows: head.Rows(separator))).Where(candidate => candidate.Rows.Count > 0).ToList();
        var tables = candidates.Where(candidate => candidate.Rows[0].Length > 1 && candidate.Rows.All(row => row.Length == candidate.Rows[0].Length)).ToList();
        // Tabs and double colons are seldom part of a text, commas and blanks often.
        var best = tables.Find(table => ColumnNames.Find(table.Rows[0]) is [not null, not null, ..]).Separator
            ?? tables.Find(table => table.Separator.Text == "::" || (table.Separator.Text == "\t" && !isCsv)).Separator
            ?? tables.Where(table => !table.Separator.IsBlank).OrderByDescending(table => table.Rows[0].Length).FirstOrDefault().Separator
            ?? tables.FirstOrDefault().Separator;
        return best ?? candidates.OrderByDescending(candidate => candidate.Rows.Count(row => row.Length > 1)).FirstOrDefault(candidate => candidate.Rows[0].Length > 1).Separator ?? Quoting(",", head);
    }

    public override string ToString() => Text switch
    {
        "\t" => "tabs",
        " " => "blanks",
        "," => "commas",
        ";" => "semicolons",
        "\u0001" => "the character Ctrl-A",
        _ => $"'{Text.Replace("\t", "\\t", StringComparison.Ordinal)}'",
    };

    /// <summary>Between commas and semicolons, fields may be quoted; elsewhere quotation marks are text, unless all of the first line is in them.</summary>
    private static Separator Quoting(string text, Head head)
    {
        var isQuoted = text.Length == 1 && (text is "," or ";" || (head.Lines.Count > 0
            && head.Lines[0].Split(text, StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } fields && fields.All(field => field is ['"', _, .., '"'])));
        return new(text, isQuoted);
    }
}
