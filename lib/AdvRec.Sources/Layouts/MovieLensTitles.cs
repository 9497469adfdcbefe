using AdvRec.Data;
using Sylvan.Data.Csv;

namespace AdvRec.Sources.Layouts;

/// <summary>Titles and genres that MovieLens keeps in a file beside the ratings.</summary>
internal static class MovieLensTitles
{
    /// <summary>The names of MovieLens' files of ratings: 1M and 10M; 100K; Latest, 20M and later.</summary>
    public const string Dat = "ratings.dat", Data = "u.data", Csv = "ratings.csv";

    private const string CsvHeader = "userId,movieId,rating,timestamp";
    private const int FirstGenre = 5, GenreCount = 19;

    /// <returns>Titles by source id; empty where there is no file of them, or the ratings are not MovieLens'.</returns>
    public static Dictionary<string, ItemText> Beside(Head ratings)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(ratings.Path))!;
        if (Path.GetFileName(ratings.Path) == Dat && ratings.Lines is [var line, ..] && line.Contains("::", StringComparison.Ordinal))
            return OfDat(folder);
        if (Path.GetFileName(ratings.Path) == Data)
            return Of100K(folder);
        return ratings.Lines is [CsvHeader, ..] ? OfCsv(Path.Combine(folder, "movies.csv")) : [];
    }

    private static Dictionary<string, ItemText> OfDat(string folder) => OldText.ReadLines(Path.Combine(folder, "movies.dat"), "::", 3)
        .DistinctBy(fields => fields[0]).ToDictionary(fields => fields[0], fields => new ItemText(fields[1], fields[2]));

    /// <summary>u.item has a 0 or 1 per genre, u.genre the genres' names.</summary>
    private static Dictionary<string, ItemText> Of100K(string folder)
    {
        var names = OldText.ReadLines(Path.Combine(folder, "u.genre"), "|", 2).DistinctBy(fields => fields[1]).ToDictionary(fields => fields[1], fields => fields[0]);
        return OldText.ReadLines(Path.Combine(folder, "u.item"), "|", FirstGenre + GenreCount)
            .DistinctBy(fields => fields[0]).ToDictionary(fields => fields[0], fields => new ItemText(fields[1], Genres(fields, names)));
    }

    private static string Genres(string[] fields, Dictionary<string, string> names) => string.Join('|', Enumerable.Range(0, GenreCount)
        .Where(genre => fields[FirstGenre + genre] == "1" && names.ContainsKey($"{genre}"))
        .Select(genre => names[$"{genre}"]));

    private static Dictionary<string, ItemText> OfCsv(string path)
    {
        var items = new Dictionary<string, ItemText>();
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
