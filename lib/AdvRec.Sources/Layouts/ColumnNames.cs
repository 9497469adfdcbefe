namespace AdvRec.Sources.Layouts;

/// <summary>What the columns of published data sets are called; case, signs, digits, and what follows a colon mean nothing.</summary>
internal static class ColumnNames
{
    /// <summary>For user, item, rating and timestamp, the names in the order of preference: of user_name and user_id, the id counts.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Known { get; } =
    [
        [
            "userid", "user", "uid", "useridx", "userindex", "reviewerid", "visitorid", "customerid", "personid", "memberid", "authorid", "accountid", "clientid", "playerid",
            "viewerid", "listenerid", "readerid", "learnerid", "studentid", "profileid", "householdkey", "userkey", "msno", "userhash", "usersha", "uuid", "username", "profilename",
            "nickname", "reviewprofilename", "reviewer", "profile", "customer", "member", "deviceid", "cookieid", "sessionid",
        ],
        [
            "itemid", "item", "iid", "itemidx", "itemindex", "movieid", "filmid", "parentasin", "asin", "productid", "bookid", "isbn", "businessid", "trackid", "songid", "artistid",
            "videoid", "animeid", "mangaid", "gameid", "bggid", "appid", "recipeid", "jokeid", "venueid", "poiid", "placeid", "gmapid", "locationid", "restaurantid", "hotelid",
            "newsid", "articleid", "contentid", "documentid", "docid", "paperid", "postid", "beerid", "beerbeerid", "wineid", "courseid", "bookmarkid", "skuid", "sku", "stockcode", "productcode",
            "movie", "product", "artistname", "trackname", "songname", "beername", "itemname", "productname", "movietitle", "booktitle", "title",
        ],
        [
            "rating", "score", "stars", "bookrating", "movierating", "itemrating", "userrating", "overallrating", "overall", "ratingval", "ratingvalue", "starrating", "userscore",
            "myscore", "reviewscore", "reviewrating", "reviewoverall", "playcount", "listeningcount", "listencount", "plays", "weight", "watchratio", "preference", "count", "hours",
            "playtime", "playhours",
        ],
        [
            "timestamp", "time", "datetime", "ts", "unixtime", "unixreviewtime", "timems", "timestampms", "unixtimestamp", "utctimestamp", "utctime", "eventtime", "date", "eventdate",
            "ratedat", "createdat", "createtime", "reviewtime", "reviewdate", "dateadded", "addedat", "listenedat", "playedat", "clicktime", "viewtime", "visittime", "invoicedate",
            "orderdate", "purchasedate", "transactiondt", "transactiondate", "tdat", "mylastupdated", "lastupdated", "updatedat", "dateupdated", "submitted",
        ],
    ];

    /// <summary>The columns of user, item, rating and time; null for what is not there.</summary>
    /// <param name="names">The header's names.</param>
    /// <param name="fits">Whether a column's values can be what a role needs; of several known names the first one that fits counts.</param>
    public static int?[] Find(IReadOnlyList<string> names, Func<int, int, bool>? fits = null)
    {
        var plain = names.Select(Plain).ToList();
        var places = new int?[Known.Count];
        for (var role = 0; role < places.Length; role++)
        {
            var found = Known[role].SelectMany(name => Enumerable.Range(0, plain.Count).Where(at => plain[at] == name)).ToList();
            places[role] = found.Count == 0 ? null : found.Where(at => fits is null || fits(role, at)).Append(found[0]).First();
        }

        foreach (var role in (ReadOnlySpan<int>)[Role.User, Role.Item, Role.Time])
            places[role] ??= ByItsEnd(names, role, places) is { } at && (fits is null || fits(role, at)) ? at : null;
        return places;
    }

    /// <summary>Whether a text is a column's name and hardly anything else: user, item, or a known id.</summary>
    public static bool IsName(string text) => !text.Any(char.IsAsciiDigit) && Plain(text) is var name && (name is "user" or "item" || name.EndsWith("id", StringComparison.Ordinal)) && Known.Any(names => names.Contains(name));

    /// <summary>The only column whose name ends like a known id: click_article_id is an article_id, watched_at a time.</summary>
    private static int? ByItsEnd(IReadOnlyList<string> names, int role, int?[] taken)
    {
        string[] ends = role == Role.Time ? ["timestamp", "datetime", "at"] : [.. Known[role].Where(name => name.EndsWith("id", StringComparison.Ordinal))];
        var found = Enumerable.Range(0, names.Count).Where(at => !taken.Contains(at) && ends.Any(end => EndsIn(Words(names[at]), end))).ToList();
        return found is [var only] ? only : null;
    }

    private static bool EndsIn(List<string> words, string end) =>
        Enumerable.Range(0, words.Count).Any(from => string.Concat(words.Skip(from)) == end);

    private static string Plain(string name) => string.Concat(Words(name));

    /// <summary>Words in small letters: artist, id for artistId, ArtistID, artist_id and artist-id.</summary>
    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var last = '_';
        foreach (var letter in name.AsSpan()[..(name.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? colon : name.Length)])
        {
            if (char.IsAsciiLetter(letter))
            {
                if (!char.IsAsciiLetter(last) || (char.IsAsciiLetterUpper(letter) && char.IsAsciiLetterLower(last)))
                    words.Add("");
                words[^1] += char.ToLowerInvariant(letter);
            }

            last = letter;
        }

        return words;
    }
}
