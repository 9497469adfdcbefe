using AdvRec.Data;

namespace AdvRec.Sources.Layouts;

/// <summary>A line per user: the user, then the user's items, as graph recommenders have them; or how many items, then the items.</summary>
internal sealed class ItemLists : IRatingSource
{
    private const int MostColumnsOfRows = 4, Shown = 3;
    private readonly Head _head;
    private readonly bool _startsWithCount;

    public ItemLists(Head head)
    {
        _head = head;
        var lists = head.Lines.Select(Fields).ToList();
        _startsWithCount = lists.Count > 1 && lists.TrueForAll(list => list.Length > 0 && list[0] == $"{list.Length - 1}");
        Understood =
        [
            _startsWithCount
                ? "read a line per user: how many items, then the items; users are numbered by line, from 1 (--layout rows says otherwise); no ratings, no times"
                : "read a line per user: the user, then the user's items (--layout rows says otherwise); no ratings, no times",
            .. lists.Where(list => list.Length > 1).Take(2).Select((list, at) =>
                $"such as user '{(_startsWithCount ? $"{at + 1}" : list[0])}', items {string.Join(", ", list.Skip(1).Take(Shown).Select(item => $"'{item}'"))}{(list.Length > Shown + 1 ? ", …" : "")}"),
        ];
    }

    public IReadOnlyList<string> Understood { get; }

    /// <summary>Whole numbers, not as many on every line, each user on one line; with tabs or commas between them, more than rows would have.</summary>
    public static bool CanBeNothingElse(Head head)
    {
        if (head.Lines.Count < 2 || !head.Lines.All(line => line.All(letter => char.IsAsciiDigit(letter) || letter is ' ' or '\t' or ',')))
            return false;
        var lists = head.Lines.Select(Fields).Where(list => list.Length > 0).ToList();
        var hasBlanksOnly = head.Lines.All(line => !line.AsSpan().ContainsAny('\t', ','));
        return lists.Select(list => list.Length).Distinct().Count() > 1
            && (hasBlanksOnly || lists.Exists(list => list.Length > MostColumnsOfRows))
            && (lists.TrueForAll(list => list[0] == $"{list.Length - 1}") || lists.DistinctBy(list => list[0]).Count() == lists.Count);
    }

    public RawRatings ReadRatings(Watch watch)
    {
        using var source = SourceText.Open(_head.Path, _head.Encoding, watch, isAll: true);
        source.Skip(_head.Remarks.Count);
        var sink = new RowSink(_head.Path, () => source.ShareRead);
        sink.Ratings.HasTimestamps = false;
        var rating = sink.Ratings.AddRating("1");
        var row = 0L;
        for (var line = _head.Remarks.Count + 1; !sink.IsFull && source.Text.ReadLine() is { } list; line++)
        {
            var user = -1;
            foreach (var range in list.AsSpan().SplitAny(' ', '\t', ','))
            {
                var field = list.AsSpan()[range];
                if (field.IsEmpty)
                    continue;
                if (user < 0)
                    user = sink.Ratings.Users.Add(_startsWithCount ? $"{line}" : field);
                else
                    sink.Add(user, sink.Ratings.Items.Add(field), rating, ++row * Times.PerSecond);
            }
        }

        return sink.Done();
    }

    private static string[] Fields(string line) => line.Split((char[])[' ', '\t', ','], StringSplitOptions.RemoveEmptyEntries);
}
