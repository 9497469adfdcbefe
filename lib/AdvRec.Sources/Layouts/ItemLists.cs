using AdvRec.Data;

namespace AdvRec.Sources.Layouts;

/// <summary>A line per user: the user, then the user's items, separated by blanks, as graph recommenders have them.</summary>
internal sealed class ItemLists(string path, SourceOptions options) : IRatingSource
{
    public IReadOnlyList<string> Understood => ["read a line per user: the user, then the user's items (--layout rows says otherwise); no ratings, no times"];

    /// <summary>Whole numbers with blanks between them, not as many on every line.</summary>
    public static bool CanBeNothingElse(IReadOnlyList<string> lines) =>
        lines.All(line => line.All(letter => letter == ' ' || char.IsAsciiDigit(letter)))
        && lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length).Distinct().Count() > 1;

    public RawRatings ReadRatings(Watch watch)
    {
        var sink = new RowSink(path);
        sink.Ratings.HasTimestamps = false;
        var rating = sink.Ratings.AddRatingText("1");
        using var text = SourceText.Open(path, options.Encoding, watch);
        var row = 0L;
        for (var line = 1; !sink.IsFull && text.ReadLine() is { } list; line++)
        {
            var user = -1;
            foreach (var range in list.AsSpan().SplitAny(' ', '\t', ','))
            {
                var field = list.AsSpan()[range];
                if (field.IsEmpty)
                    continue;
                if (user < 0)
                    user = sink.Ratings.Users.Add(field);
                else
                    sink.Ratings.Rows.Add(new(user, sink.Ratings.Items.Add(field), rating, ++row * Times.PerSecond));
            }
        }

        return sink.Done();
    }

    public Dictionary<string, ItemText> ReadItems() => [];
}
