using System.Runtime.InteropServices;

namespace AdvRec.Sources;

/// <summary>Drops ratings in place, each for one reason, and says how many.</summary>
internal static class RatingFilter
{
    public static int OtherUsers(List<Interaction> rows, int? first)
    {
        // Users are numbered by first appearance.
        return first is { } count ? rows.RemoveAll(row => row.User >= count) : 0;
    }

    public static int TooLow(RawRatings ratings, double? least) =>
        least is { } value ? ratings.Rows.RemoveAll(row => ratings.RatingValue(row) < value) : 0;

    /// <summary>Keeps the latest rating of every pair; of several at the same time, the one furthest down.</summary>
    public static int Duplicates(List<Interaction> rows)
    {
        var pairs = new long[rows.Count];
        var places = new int[rows.Count];
        for (var place = 0; place < pairs.Length; place++)
            (pairs[place], places[place]) = (((long)rows[place].User << 32) | (uint)rows[place].Item, place);
        Array.Sort(pairs, places);

        var dropped = new HashSet<int>();
        for (var (k, latest) = (1, 0); k < pairs.Length; k++)
        {
            if (pairs[k] != pairs[latest])
            {
                latest = k;
                continue;
            }

            var isLater = (rows[places[k]].Timestamp, places[k]).CompareTo((rows[places[latest]].Timestamp, places[latest])) > 0;
            dropped.Add(places[isLater ? latest : k]);
            latest = isLater ? k : latest;
        }

        if (dropped.Count == 0)
            return 0;
        var at = 0;
        return rows.RemoveAll(_ => dropped.Contains(at++));
    }

    /// <summary>Drops rare items and users in turn until none is left to drop.</summary>
    public static (int OfItems, int OfUsers) Rare(RawRatings ratings, PreparationOptions options)
    {
        var (ofItems, ofUsers) = (0, 0);
        for (var before = -1; before != ratings.Rows.Count;)
        {
            before = ratings.Rows.Count;
            ofItems += Rare(ratings.Rows, row => row.Item, ratings.Items.Count, options.MinItemRatings);
            ofUsers += Rare(ratings.Rows, row => row.User, ratings.Users.Count, options.MinUserRatings);
        }

        return (ofItems, ofUsers);
    }

    private static int Rare(List<Interaction> rows, Func<Interaction, int> idOf, int idCount, int least)
    {
        var counts = new int[idCount];
        foreach (var row in CollectionsMarshal.AsSpan(rows))
            counts[idOf(row)]++;
        return rows.RemoveAll(row => counts[idOf(row)] < least);
    }
}
