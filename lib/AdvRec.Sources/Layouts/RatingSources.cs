using AdvRec.Data;

namespace AdvRec.Sources.Layouts;

/// <summary>Finds out which layout a folder or file has.</summary>
internal static class RatingSources
{
    private static readonly string[] KnownFiles = [MovieLensDat.Ratings, MovieLens100K.Ratings, MovieLensCsv.Ratings, "ratings.tsv"];

    public static IRatingSource Open(string path)
    {
        if (File.Exists(path))
            return OfFile(path);
        if (!Directory.Exists(path))
            throw new DatasetException($"{path}: there is no such folder or file.");
        var found = KnownFiles.Select(name => Path.Combine(path, name)).FirstOrDefault(File.Exists);
        return found is not null
            ? OfFile(found)
            : throw new DatasetException(
                $"{path}: ratings.csv, ratings.dat, u.data and ratings.tsv are missing; give MovieLens' folder with one of them, or a file of your own: user, item, rating, timestamp.");
    }

    private static IRatingSource OfFile(string file) => Path.GetFileName(file) switch
    {
        MovieLensDat.Ratings => new MovieLensDat(file),
        MovieLens100K.Ratings => new MovieLens100K(file),
        _ when FirstLine(file) == MovieLensCsv.Header => new MovieLensCsv(file),
        _ => new PlainRatings(file, FirstLine(file)),
    };

    private static string FirstLine(string file)
    {
        // A first line that is not text must not be read to a distant end.
        using var reader = new StreamReader(file);
        var start = new char[1 << 12];
        var line = start.AsSpan(0, reader.ReadBlock(start));
        var end = line.IndexOfAny('\n', '\r');
        return line[..(end < 0 ? line.Length : end)].ToString();
    }
}
