using AdvRec.Data;
using Sylvan.Data.Csv;

namespace AdvRec.Sources.Layouts;

/// <summary>MovieLens Latest, 20M and later: ratings.csv and movies.csv, comma separated with a header.</summary>
internal sealed class MovieLensCsv(string ratings) : IRatingSource
{
    public const string Ratings = "ratings.csv", Header = "userId,movieId,rating,timestamp";
    private static readonly RatingColumns Columns = new(4, 0, 1, 2, 3, Header);

    public RawRatings ReadRatings(Watch watch) => RatingRows.Read(ratings, null, DelimitedText.Quoted(','), Columns, hasHeader: true, watch);

    public Dictionary<string, ItemText> ReadItems()
    {
        var items = new Dictionary<string, ItemText>();
        var path = Path.Combine(Path.GetDirectoryName(ratings)!, "movies.csv");
        if (File.Exists(path))
            DelimitedText.Read(path, DelimitedText.Quoted(','), reader => ReadMovies(reader, path, items));
        return items;
    }

    private static void ReadMovies(CsvDataReader reader, string path, Dictionary<string, ItemText> items)
    {
        for (var row = 0; reader.Read(); row++)
        {
            if (reader.RowFieldCount != 3 || (row == 0 && reader.GetString(0) != "movieId"))
                throw new DatasetException($"{path}:{reader.RowNumber}: the columns must be movieId, title, genres, with a header.");
            var genres = reader.GetString(2);
            if (row > 0)
                items[reader.GetString(0)] = new(reader.GetString(1), genres == "(no genres listed)" ? "" : genres);
        }
    }
}
