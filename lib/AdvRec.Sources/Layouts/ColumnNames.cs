namespace AdvRec.Sources.Layouts;

/// <summary>What the columns of published data sets are called; case, signs, and what follows a colon mean nothing.</summary>
internal static class ColumnNames
{
    // In the order of preference: of user_name and user_id, the id counts.
    private static readonly string[][] Known =
    [
        ["userid", "user", "uid", "useridx", "reviewerid", "visitorid", "customerid", "memberid", "authorid", "sessionid", "username", "userkey", "profile", "reviewer", "userhash", "usersha"],
        [
            "itemid", "item", "iid", "itemidx", "movieid", "parentasin", "asin", "productid", "bookid", "isbn", "businessid", "trackid", "songid", "artistid", "videoid",
            "animeid", "gameid", "recipeid", "jokeid", "venueid", "poiid", "locationid", "newsid", "articleid", "gmapid", "beerid", "placeid", "appid", "contentid", "movie", "filmid", "courseid", "artistname", "title", "product",
        ],
        ["rating", "score", "stars", "bookrating", "overall", "userrating", "reviewscore", "reviewoverall", "playcount", "plays", "weight", "watchratio", "preference", "count", "hours", "playtime"],
        ["timestamp", "time", "date", "datetime", "ts", "unixtime", "unixreviewtime", "ratedat", "createdat", "reviewtime", "utctime", "timestampms", "reviewdate", "eventtime", "dateadded", "visittime", "submitted"],
    ];

    /// <summary>The columns of user, item, rating and time; null for what is not there.</summary>
    public static int?[] Find(IReadOnlyList<string> names)
    {
        var plain = names.Select(Plain).ToList();
        return [.. Known.Select(known => known.Select(name => plain.IndexOf(name)).Where(at => at >= 0).Select(at => (int?)at).FirstOrDefault())];
    }

    private static string Plain(string name) => new([.. name.Split(':')[0].Where(char.IsAsciiLetter).Select(char.ToLowerInvariant)]);
}
