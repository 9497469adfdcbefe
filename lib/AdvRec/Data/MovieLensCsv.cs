using System.Globalization;
using Sylvan.Data.Csv;

namespace AdvRec.Data;

/// <summary>GroupLens' comma-separated layout: ratings.csv (userId, movieId, rating, timestamp) and movies.csv (movieId, title, genres).</summary>
internal static class MovieLensCsv
{
    public static List<Interaction> ReadRatings(string folder)
    {
        var path = Path.Combine(folder, "ratings.csv");
        var interactions = new List<Interaction>();
        ForEachRow(path, ["userId", "movieId", "rating", "timestamp"], reader =>
        {
            // The same few texts occur over and over.
            var rating = string.Intern(reader.GetString(2));
            if (!double.TryParse(rating, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
                throw new DatasetException($"{path}:{reader.RowNumber + 1}: rating '{rating}' is not a number.");
            interactions.Add(new(Integer(reader, 0, path), Integer(reader, 1, path), rating, Seconds(reader, 3, path)));
        });

        return interactions;
    }

    public static Dictionary<int, (string Title, string Genres)> ReadMovies(string folder)
    {
        var path = Path.Combine(folder, "movies.csv");
        var movies = new Dictionary<int, (string, string)>();
        ForEachRow(path, ["movieId", "title", "genres"], reader =>
        {
            var genres = reader.GetString(2);
            movies[Integer(reader, 0, path)] = (reader.GetString(1), genres == "(no genres listed)" ? "" : genres);
        });

        return movies;
    }

    private static void ForEachRow(string path, string[] columns, Action<CsvDataReader> onRow)
    {
        if (!File.Exists(path))
            throw new DatasetException($"{path} is missing; `data prepare` reads GroupLens' ratings.csv and movies.csv.");
        DelimitedText.Read(path, DelimitedText.Commas, reader =>
        {
            var found = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
            if (!found.SequenceEqual(columns))
                throw new DatasetException($"{path}:1: the columns are {string.Join(", ", found)} instead of {string.Join(", ", columns)}.");
            while (reader.Read())
                onRow(reader);
        });
    }

    private static int Integer(CsvDataReader reader, int column, string path) =>
        int.TryParse(reader.GetFieldSpan(column), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : throw NotWhole(reader, column, path);

    private static long Seconds(CsvDataReader reader, int column, string path) =>
        long.TryParse(reader.GetFieldSpan(column), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw NotWhole(reader, column, path);

    private static DatasetException NotWhole(CsvDataReader reader, int column, string path) =>
        new($"{path}:{reader.RowNumber + 1}: {reader.GetName(column)} '{reader.GetString(column)}' is not a whole number.");
}
