using System.Text;
using AdvRec.Data;

namespace AdvRec.Sources.Layouts;

/// <summary>Finds out which layout a folder or file has.</summary>
internal static class RatingSources
{
    private const int FirstCharacters = 1 << 18, FirstLineCount = 20;
    private static readonly string[] KnownFiles = [MovieLensDat.Ratings, MovieLens100K.Ratings, MovieLensCsv.Ratings, "ratings.tsv"];

    public static IRatingSource Open(string path, SourceOptions options)
    {
        if (File.Exists(path))
            return OfFile(path, options);
        if (!Directory.Exists(path))
            throw new DatasetException($"{path}: there is no such folder or file.");
        var found = KnownFiles.Select(name => Path.Combine(path, name)).FirstOrDefault(File.Exists);
        return found is not null
            ? OfFile(found, options)
            : throw new DatasetException(
                $"{path}: ratings.csv, ratings.dat, u.data and ratings.tsv are missing; give MovieLens' folder with one of them, or a file of your own: user, item, rating, timestamp.");
    }

    private static IRatingSource OfFile(string file, SourceOptions options)
    {
        if (FileContent.IsMissing(file))
            throw new DatasetException($"{file}:1: the file is empty, or a pipe or device, which cannot be read twice; save its text as a file first.");
        if (options.IsEmpty && Path.GetFileName(file) == MovieLensDat.Ratings)
            return new MovieLensDat(file);
        if (options.IsEmpty && Path.GetFileName(file) == MovieLens100K.Ratings)
            return new MovieLens100K(file);
        var lines = FirstLines(file, options.Encoding);
        if (options.IsEmpty && lines is [MovieLensCsv.Header, ..])
            return new MovieLensCsv(file);
        return options.Layout switch
        {
            "json" => new JsonRatings(file, options, lines),
            "lists" => new ItemLists(file, options),
            "rows" => new PlainRatings(file, options, lines),
            null when lines is [['{', ..], ..] => new JsonRatings(file, options, lines),
            null when options.Columns is null && options.Separator is null && ItemLists.CanBeNothingElse(lines) => new ItemLists(file, options),
            null => new PlainRatings(file, options, lines),
            _ => throw new DatasetException($"--layout {options.Layout}: there are rows, lists (a user and then the user's items, a line each) and json (an object a line)."),
        };
    }

    /// <returns>The first lines that are not empty and that are whole.</returns>
    private static List<string> FirstLines(string file, string? encoding)
    {
        try
        {
            using var reader = SourceText.Open(file, encoding);
            // A first line that is not text must not be read to a distant end.
            var start = new char[FirstCharacters];
            var count = reader.ReadBlock(start);
            var lines = new string(start, 0, count).Split('\n').Select(line => line.TrimEnd('\r')).ToList();
            if (count == FirstCharacters && lines.Count == 1)
                throw new DatasetException($"{file}:1: a first line of {FirstCharacters} characters or more; this is no file of ratings.");
            if (count == FirstCharacters)
                lines.RemoveAt(lines.Count - 1);
            return [.. lines.Where(line => line.Length > 0).Take(FirstLineCount)];
        }
        catch (DecoderFallbackException)
        {
            throw new DatasetException($"{file}:{DelimitedText.FirstLineNotUtf8(file)}: the bytes are not {encoding ?? "UTF-8"} text; save the file as UTF-8, or name its encoding: --encoding latin1.");
        }
        catch (InvalidDataException problem)
        {
            throw new DatasetException($"{file}:1: the archive is damaged ({problem.Message.TrimEnd('.')}).");
        }
    }
}
