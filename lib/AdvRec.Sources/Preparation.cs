using System.Globalization;
using System.Text;
using AdvRec.Data;
using AdvRec.Sources.Layouts;

namespace AdvRec.Sources;

/// <summary>Turns raw ratings into a leave-one-out data set on disk.</summary>
public static class Preparation
{
    /// <summary>
    /// Reads ratings, keeps the first users, of a pair rated again the latest rating, then ratings in the range asked for; drops rare items and users until none is left
    /// to drop; numbers users and items by first appearance; holds out every user's latest rating (of several at the same time, the one with the largest source id of
    /// the item: as a number where all ids are whole numbers, else as text) and writes train.tsv, test.tsv, items.tsv (where titles are known, else item-ids.tsv: item, source id) and, where users were not simply numbered from 1,
    /// users.tsv (user, source id). The same input gives the same bytes. Files are written beside the target and moved into place when whole.
    /// </summary>
    /// <param name="source">
    /// MovieLens' folder or ratings file (1M and 10M: ratings.dat; 100K: u.data; Latest, 20M and later: ratings.csv; titles beside it are optional), or a file of rows
    /// user, item[, rating[, timestamp]] with any ids, with or without a header; lists, blocks and JSON lines as <see cref="SourceOptions.Layout"/> says.
    /// </param>
    /// <param name="output">Folder to write to; made if missing, files of the same names are replaced.</param>
    /// <param name="options">What to keep; all if null.</param>
    /// <param name="reading">How the source is to be read; found out from it if null.</param>
    /// <param name="progress">Told how far the source has been read.</param>
    /// <param name="cancellation">Stops; nothing is written then.</param>
    /// <returns>What was kept, and what was dropped and why.</returns>
    /// <exception cref="DatasetException">A source file is missing or has a mistake, or nothing is left.</exception>
    public static PreparationSummary Prepare(
        string source, string output, PreparationOptions? options = null, SourceOptions? reading = null, IProgress<DataProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (string.IsNullOrWhiteSpace(output))
            throw new DatasetException("--output is empty; name the folder that the data set is written to.");
        var kept = options ?? new();
        var head = RatingSources.Begin(source, reading ?? new());
        var files = RatingSources.Open(head, reading ?? new());
        var ratings = ReadRatings(head, files, new(progress, cancellation));
        var contents = SourceContents.Describe(ratings);
        var titles = (reading ?? new()).IsEmpty ? MovieLensTitles.Beside(head) : [];
        var rows = ratings.Rows;
        var read = rows.Count;
        var ofOtherUsers = RatingFilter.OtherUsers(rows, kept.Users);
        var duplicates = RatingFilter.Duplicates(ratings);
        var outOfRange = RatingFilter.OutOfRange(ratings, kept.MinRating, kept.MaxRating);
        var (ofRareItems, ofRareUsers) = RatingFilter.Rare(ratings, kept);
        if (rows.Count == 0)
            throw new DatasetException($"{source}: no rating is left of {read} after dropping ratings out of the range asked for, items with fewer than {kept.MinItemRatings} and users with fewer than {kept.MinUserRatings} ratings.");

        var users = Numbering.ByFirstAppearance(rows, row => row.User, ratings.Users.Count);
        var items = Numbering.ByFirstAppearance(rows, row => row.Item, ratings.Items.Count);
        var split = new Split(ratings, users, items, cancellation);
        WholeFiles.WriteAll(output, new()
        {
            [DatasetFolder.Train] = split.WriteTrain,
            [DatasetFolder.Test] = split.WriteTest,
            [DatasetFolder.Items] = titles.Count == 0 ? null : WholeFiles.Lines(items.Sources.Select((item, number) => Described(ratings.Items[item], number, titles)), cancellation),
            [DatasetFolder.ItemIds] = titles.Count > 0 ? null : WholeFiles.Lines(items.Sources.Select((item, number) => $"{number}\t{ratings.Items[item]}"), cancellation),
            [DatasetFolder.Users] = AreCountedFrom1(users, ratings) ? null : WholeFiles.Lines(users.Sources.Select((user, number) => $"{number}\t{ratings.Users[user]}"), cancellation),
        });
        return new()
        {
            Output = output,
            Read = read,
            OfOtherUsers = ofOtherUsers,
            Duplicates = duplicates,
            OutOfRange = outOfRange,
            OfRareItems = ofRareItems,
            OfRareUsers = ofRareUsers,
            Kept = rows.Count,
            Users = users.Sources.Count,
            Items = items.Sources.Count,
            HasTimestamps = ratings.HasTimestamps,
            Understood = [.. head.Skipped, .. files.Understood],
            Contents = contents,
            SameSecond = ratings.HasTimestamps ? split.SameSecond : 0,
        };
    }

    /// <summary>What is understood of a source, from a look at its beginning; nothing is written.</summary>
    /// <param name="source">As for <see cref="Prepare"/>.</param>
    /// <param name="reading">How the source is to be read.</param>
    /// <returns>A line each.</returns>
    /// <exception cref="DatasetException">It is missing, or cannot be understood.</exception>
    public static IReadOnlyList<string> Describe(string source, SourceOptions? reading = null)
    {
        var head = RatingSources.Begin(source, reading ?? new());
        return [.. head.Skipped, .. RatingSources.Open(head, reading ?? new()).Understood];
    }

    /// <summary>Reads all of a source and says what it holds: how many ratings, their times, how the ratings are distributed; nothing is written.</summary>
    /// <param name="source">As for <see cref="Prepare"/>.</param>
    /// <param name="reading">How the source is to be read.</param>
    /// <param name="progress">Told how far the source has been read.</param>
    /// <param name="cancellation">Stops.</param>
    /// <returns>A line each.</returns>
    /// <exception cref="DatasetException">It is missing, cannot be understood, or has a mistake.</exception>
    public static IReadOnlyList<string> Examine(string source, SourceOptions? reading = null, IProgress<DataProgress>? progress = null, CancellationToken cancellation = default)
    {
        var head = RatingSources.Begin(source, reading ?? new());
        return SourceContents.Describe(ReadRatings(head, RatingSources.Open(head, reading ?? new()), new(progress, cancellation)));
    }

    private static RawRatings ReadRatings(Head head, IRatingSource files, Watch watch)
    {
        try
        {
            return files.ReadRatings(watch) is { Rows.Count: > 0 } ratings ? ratings : throw new DatasetException($"{head.Path}:1: there are no ratings in the file.");
        }
        catch (DecoderFallbackException)
        {
            throw Head.NotText(head.Path, head.Encoding);
        }
        catch (InvalidDataException problem)
        {
            throw Head.Damaged(head.Path, problem);
        }
    }

    private static bool AreCountedFrom1(Numbering users, RawRatings ratings) =>
        users.Sources.Select((user, number) => ratings.Users[user] == (number + 1).ToString(CultureInfo.InvariantCulture)).All(same => same);

    private static string Described(string sourceId, int item, Dictionary<string, ItemText> titles)
    {
        var (title, genres) = titles.TryGetValue(sourceId, out var text) ? text : new(sourceId, "");
        return string.Create(CultureInfo.InvariantCulture, $"{item}\t{sourceId}\t{OneCell(title)}\t{OneCell(genres)}");
    }

    // A tab would end the column, a line end the row.
    private static string OneCell(string text) => text.Replace('\t', ' ').Replace('\r', ' ').Replace('\n', ' ');
}
