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

    public static int OutOfRange(RawRatings ratings, double? least, double? most) => least is null && most is null ? 0
        : ratings.Rows.RemoveAll(row => ratings.RatingValue(row) < least || ratings.RatingValue(row) > most);

    /// <summary>Keeps the latest rating of every pair; of several at the same time, the one furthest down.</summary>
    public static int Duplicates(RawRatings ratings)
    {
        var rows = CollectionsMarshal.AsSpan(ratings.Rows);
        var users = new UserGroups(ratings.Rows, row => row.User, ratings.Users.Count);
        var dropped = new bool[rows.Length];
        var count = 0;
        // By item, where its latest rating stands among the places; those of users before are below the user's own.
        var latest = new int[ratings.Items.Count];
        Array.Fill(latest, -1);
        for (var user = 0; user < users.Count; user++)
        {
            var (start, length) = users[user].GetOffsetAndLength(rows.Length);
            for (var k = start; k < start + length; k++)
            {
                var place = users.Places[k];
                ref var before = ref latest[rows[place].Item];
                if (before >= start)
                {
                    var earlier = users.Places[before];
                    var isLater = rows[place].Timestamp >= rows[earlier].Timestamp;
                    dropped[isLater ? earlier : place] = true;
                    count++;
                    if (!isLater)
                        continue;
                }

                before = k;
            }
        }

        var at = 0;
        return count == 0 ? 0 : ratings.Rows.RemoveAll(_ => dropped[at++]);
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
        if (least <= 1)
            return 0;
        var counts = new int[idCount];
        foreach (var row in CollectionsMarshal.AsSpan(rows))
            counts[idOf(row)]++;
        return Array.Exists(counts, count => count > 0 && count < least) ? rows.RemoveAll(row => counts[idOf(row)] < least) : 0;
    }
}
