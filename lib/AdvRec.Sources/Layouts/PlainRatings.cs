using AdvRec.Data;
using Sylvan.Data.Csv;

namespace AdvRec.Sources.Layouts;

/// <summary>A file of one's own: user, item and, optionally, rating and timestamp, with any ids; separated by tab, comma or semicolon, with or without a header.</summary>
internal sealed class PlainRatings(string path, string firstLine) : IRatingSource
{
    private const string Form = "user, item and, optionally, rating and timestamp";
    private static readonly string[] UserNames = ["user", "userid"], ItemNames = ["item", "itemid", "movieid"], RatingNames = ["rating", "score"], TimeNames = ["timestamp", "time"];

    public RawRatings ReadRatings(Watch watch)
    {
        var delimiter = Delimiter();
        return RatingRows.Read(path, delimiter == '\t' ? DelimitedText.Tabs : DelimitedText.Quoted(delimiter), ColumnsOf, watch);
    }

    public Dictionary<string, ItemText> ReadItems() => [];

    /// <summary>A tab where there is one, except that in a .csv file the delimiter that comes first counts: a tab may be inside quotes.</summary>
    private char Delimiter()
    {
        var isCsv = Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase);
        if (!isCsv && firstLine.Contains('\t', StringComparison.Ordinal))
            return '\t';
        var first = firstLine.AsSpan().IndexOfAny(',', ';', '\t');
        return first < 0 ? ',' : firstLine[first];
    }

    private (RatingColumns Columns, bool IsHeader) ColumnsOf(CsvDataReader firstRow)
    {
        var width = firstRow.RowFieldCount;
        var names = Enumerable.Range(0, width).Select(column => Plain(firstRow.GetString(column))).ToArray();
        if (Find(names, UserNames) is { } user && Find(names, ItemNames) is { } item)
            return (new(width, user, item, Find(names, RatingNames), Find(names, TimeNames), WholeIds: false, string.Join(", ", names)), true);
        return width is >= 2 and <= 4
            ? (new(width, 0, 1, width > 2 ? 2 : null, width > 3 ? 3 : null, WholeIds: false, $"as in the first row ({Form})"), false)
            : throw new DatasetException($"{path}:{firstRow.RowNumber}: {width} columns instead of 2 to 4: {Form}, separated by tabs, commas or semicolons.");
    }

    private static string Plain(string name) => new([.. name.Where(char.IsAsciiLetter).Select(char.ToLowerInvariant)]);

    private static int? Find(string[] names, string[] wanted) => Array.FindIndex(names, wanted.Contains) is var column and >= 0 ? column : null;
}
