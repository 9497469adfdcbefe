using System.Text.RegularExpressions;
using AdvRec.Data;

namespace AdvRec.Sources.Layouts;

/// <summary>Finds out which layout a folder or file has.</summary>
internal static partial class RatingSources
{
    private static readonly string[] KnownFiles = [MovieLensTitles.Dat, MovieLensTitles.Data, MovieLensTitles.Csv, "ratings.tsv"];

    /// <exception cref="DatasetException">There is no such file, or it cannot be understood.</exception>
    public static Head Begin(string path, SourceOptions options)
    {
        var file = File.Exists(path) ? path : InFolder(path);
        return !FileContent.IsMissing(file) ? Head.Of(file, options.Encoding)
            : throw new DatasetException($"{file}:1: the file is empty, or a pipe or device, which cannot be read twice; save its text as a file first.");
    }

    /// <exception cref="DatasetException">It cannot be understood; the message says what to name.</exception>
    public static IRatingSource Open(Head head, SourceOptions options) => options.Layout switch
    {
        "json" => new JsonRatings(head, options),
        "lists" => new ItemLists(head),
        "blocks" => new ItemBlocks(head),
        "rows" => new PlainRatings(head, options),
        null when head.Lines is [['{', ..], ..] or [['[', '{', ..], ..] or ["[", ..] => new JsonRatings(head, options),
        null when options.Columns is null && options.Separator is null && ItemLists.CanBeNothingElse(head) => new ItemLists(head),
        null when options.Columns is null && options.Separator is null && ItemBlocks.CanBeNothingElse(head) => new ItemBlocks(head),
        null when head.Lines.Count > 1 && head.Lines.Take(3).All(line => KeyAndValue().IsMatch(line)) =>
            throw new DatasetException($"{head.Path}:1: several lines 'key: value' a rating, such as '{head.Lines[0]}', are not read; write a row per rating: user, item, rating, timestamp."),
        null => new PlainRatings(head, options),
        _ => throw new DatasetException($"--layout {options.Layout}: there are rows, lists (a user and then the user's items, a line each), blocks (an item and a colon, then its lines user,rating,date) and json (an object a line)."),
    };

    private static string InFolder(string path)
    {
        if (!Directory.Exists(path))
            throw new DatasetException($"{path}: there is no such folder or file.");
        return KnownFiles.Select(name => Path.Combine(path, name)).FirstOrDefault(File.Exists)
            ?? throw new DatasetException(
                $"{path}: {MovieLensTitles.Csv}, {MovieLensTitles.Dat}, {MovieLensTitles.Data} and ratings.tsv are missing; give MovieLens' folder with one of them, or a file of your own: user, item, rating, timestamp.");
    }

    [GeneratedRegex(@"^[A-Za-z_]+/?[A-Za-z_]+: .")]
    private static partial Regex KeyAndValue();
}
