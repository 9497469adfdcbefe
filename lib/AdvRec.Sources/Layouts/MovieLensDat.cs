using AdvRec.Data;

namespace AdvRec.Sources.Layouts;

/// <summary>MovieLens 1M and 10M: ratings.dat and movies.dat, columns separated by `::`.</summary>
internal sealed class MovieLensDat(string ratings) : IRatingSource
{
    public const string Ratings = "ratings.dat";

    // The parser splits at one character, so that every second column is the empty one between two colons.
    private static readonly RatingColumns Columns = new(7, 0, 2, 4, 6, "user::movie::rating::timestamp (four values, each separator two colons)");

    public RawRatings ReadRatings(Watch watch) => RatingRows.Read(ratings, null, DelimitedText.Literal(':'), Columns, hasHeader: false, watch);

    public Dictionary<string, ItemText> ReadItems() =>
        OldText.ReadLines(Path.Combine(Path.GetDirectoryName(ratings)!, "movies.dat"), "::", 3)
            .DistinctBy(fields => fields[0]).ToDictionary(fields => fields[0], fields => new ItemText(fields[1], fields[2]));
}
