using AdvRec.Data;

namespace AdvRec.Sources.Layouts;

/// <summary>MovieLens 100K: u.data with tabs; u.item with `|`, a 0 or 1 per genre; u.genre with the genres' names.</summary>
internal sealed class MovieLens100K(string ratings) : IRatingSource
{
    public const string Ratings = "u.data";
    private const int FirstGenre = 5, GenreCount = 19;
    private static readonly RatingColumns Columns = new(4, 0, 1, 2, 3, "user, movie, rating, timestamp, separated by tabs");

    public RawRatings ReadRatings(Watch watch) => RatingRows.Read(ratings, null, DelimitedText.Tabs, Columns, hasHeader: false, watch);

    public Dictionary<string, ItemText> ReadItems()
    {
        var folder = Path.GetDirectoryName(ratings)!;
        var names = OldText.ReadLines(Path.Combine(folder, "u.genre"), "|", 2).DistinctBy(fields => fields[1]).ToDictionary(fields => fields[1], fields => fields[0]);
        return OldText.ReadLines(Path.Combine(folder, "u.item"), "|", FirstGenre + GenreCount)
            .DistinctBy(fields => fields[0]).ToDictionary(fields => fields[0], fields => new ItemText(fields[1], Genres(fields, names)));
    }

    private static string Genres(string[] fields, Dictionary<string, string> names) => string.Join('|', Enumerable.Range(0, GenreCount)
        .Where(genre => fields[FirstGenre + genre] == "1" && names.ContainsKey($"{genre}"))
        .Select(genre => names[$"{genre}"]));
}
