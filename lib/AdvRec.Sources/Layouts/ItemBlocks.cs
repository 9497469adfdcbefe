using AdvRec.Data;

namespace AdvRec.Sources.Layouts;

/// <summary>A block per item, as the Netflix Prize has them: the item and a colon, then a line user,rating,date for everybody who rated it.</summary>
internal sealed class ItemBlocks(Head head) : IRatingSource
{
    private const int Width = 3;

    public IReadOnlyList<string> Understood { get; } =
    [
        "read a block per item: the item and a colon, then lines user, rating, date, separated by commas (--layout rows says otherwise)",
        .. head.Lines.Skip(1).Where(line => !line.EndsWith(':')).Take(2).Select(line => $"such as '{line}' of item '{head.Lines[0].TrimEnd(':')}'"),
    ];

    public static bool CanBeNothingElse(Head head) =>
        head.Lines is [[.. var item, ':'], var line, ..] && !item.AsSpan().ContainsAny(',', ' ') && item.Length > 0 && line.Split(',') is [_, _, var date] && Times.IsDate(date);

    public RawRatings ReadRatings(Watch watch)
    {
        using var source = SourceText.Open(head.Path, head.Encoding, watch, isAll: true);
        source.Skip(head.Remarks.Count);
        var sink = new RowSink(head.Path, () => source.ShareRead);
        var item = -1;
        Span<Range> fields = stackalloc Range[Width + 1];
        for (var line = head.Remarks.Count + 1; !sink.IsFull && source.Text.ReadLine() is { } row; line++)
        {
            var text = row.AsSpan().Trim();
            if (text.IsEmpty)
                continue;
            if (text[^1] == ':')
                _ = sink.Id(sink.Ratings.Items, line, "item", text[..^1], out item);
            else if (text.Split(fields, ',') != Width || item < 0)
                sink.Problem(line, "block", "this is neither an item and a colon, nor user, rating, date of an item above, separated by commas.");
            else if (sink.Id(sink.Ratings.Users, line, "user", text[fields[0]], out var user)
                && sink.Rating(line, text[fields[1]], hasDecimalCommas: false, out var rating)
                && sink.Time(line, text[fields[2]], out var time))
                sink.Add(user, item, rating, time);
        }

        return sink.Done();
    }
}
