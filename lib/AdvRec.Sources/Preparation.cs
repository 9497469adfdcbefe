using System.Globalization;
using System.Text;
using AdvRec.Data;
using AdvRec.Sources.Layouts;

namespace AdvRec.Sources;

/// <summary>Turns raw ratings into a leave-one-out data set on disk.</summary>
public static class Preparation
{
    /// <summary>
    /// Reads ratings, keeps the first users, of a pair rated again the latest rating, then ratings that are high enough; drops rare items and users until none is left
    /// to drop; numbers users and items by first appearance; holds out every user's latest rating (of several at the same second, the one with the largest source id of
    /// the item: as a number where all ids are whole numbers, else as text) and writes train.tsv, test.tsv, items.tsv (where titles are known, else item-ids.tsv: item, source id) and, where users were not simply numbered from 1,
    /// users.tsv (user, source id). The same input gives the same bytes. Files are written beside the target and moved into place when whole.
    /// </summary>
    /// <param name="source">
    /// MovieLens' folder or ratings file (1M and 10M: ratings.dat; 100K: u.data; Latest, 20M and later: ratings.csv; titles beside it are optional), or a file of rows
    /// user, item[, rating[, timestamp]] with any ids, separated by tab, comma or semicolon, with or without a header.
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
        var files = RatingSources.Open(source, reading ?? new());
        var ratings = ReadRatings(source, files, new(progress, cancellation));
        var titles = files.ReadItems();
        var rows = ratings.Rows;
        var read = rows.Count;
        var ofOtherUsers = RatingFilter.OtherUsers(rows, kept.Users);
        var duplicates = RatingFilter.Duplicates(rows);
        var tooLow = RatingFilter.TooLow(ratings, kept.MinRating);
        var (ofRareItems, ofRareUsers) = RatingFilter.Rare(ratings, kept);
        if (rows.Count == 0)
            throw new DatasetException($"{source}: no rating is left of {read} after dropping low ratings, items with fewer than {kept.MinItemRatings} and users with fewer than {kept.MinUserRatings} ratings.");

        var users = Numbering.ByFirstAppearance(rows.Select(row => row.User), ratings.Users.Count);
        var items = Numbering.ByFirstAppearance(rows.Select(row => row.Item), ratings.Items.Count);
        var ranks = ratings.ItemRanks();
        rows.Sort((a, b) => (users.NumberOf[a.User], b.Timestamp, ranks[b.Item]).CompareTo((users.NumberOf[b.User], a.Timestamp, ranks[a.Item])));

        string Row(Interaction row) => string.Create(
            CultureInfo.InvariantCulture, $"{users.NumberOf[row.User]}\t{items.NumberOf[row.Item]}\t{ratings.RatingText(row)}\t{Seconds(row.Timestamp)}");
        static long Seconds(long microseconds) => (microseconds - (((microseconds % Times.PerSecond) + Times.PerSecond) % Times.PerSecond)) / Times.PerSecond;
        var sameSecond = Enumerable.Range(1, rows.Count - 1).Count(place => rows[place].User == rows[place - 1].User
            && rows[place].Timestamp != rows[place - 1].Timestamp && Seconds(rows[place].Timestamp) == Seconds(rows[place - 1].Timestamp));
        bool IsLatest(int place) => place == 0 || rows[place].User != rows[place - 1].User;
        var places = Enumerable.Range(0, rows.Count);
        WholeFiles.WriteAll(output, new()
        {
            [DatasetFolder.Train] = places.Where(place => !IsLatest(place)).Select(place => Row(rows[place])),
            [DatasetFolder.Test] = places.Where(IsLatest).Select(place => Row(rows[place])),
            [DatasetFolder.Items] = titles.Count == 0 ? null : items.Sources.Select((item, number) => Describe(ratings.Items[item], number, titles)),
            [DatasetFolder.ItemIds] = titles.Count > 0 ? null : items.Sources.Select((item, number) => $"{number}\t{ratings.Items[item]}"),
            [DatasetFolder.Users] = AreCountedFrom1(users, ratings) ? null : users.Sources.Select((user, number) => $"{number}\t{ratings.Users[user]}"),
        }, cancellation);
        return new()
        {
            Output = output,
            Read = read,
            OfOtherUsers = ofOtherUsers,
            Duplicates = duplicates,
            TooLow = tooLow,
            OfRareItems = ofRareItems,
            OfRareUsers = ofRareUsers,
            Kept = rows.Count,
            Users = users.Sources.Count,
            Items = items.Sources.Count,
            HasTimestamps = ratings.HasTimestamps,
            Understood = files.Understood,
            TimeForms = ratings.TimeForms,
            SameSecond = sameSecond,
        };
    }

    /// <summary>What is understood of a source, without a look at all of it; nothing is written.</summary>
    /// <param name="source">As for <see cref="Prepare"/>.</param>
    /// <param name="reading">How the source is to be read.</param>
    /// <returns>A line each.</returns>
    /// <exception cref="DatasetException">It is missing, or cannot be understood.</exception>
    public static IReadOnlyList<string> Describe(string source, SourceOptions? reading = null) =>
        RatingSources.Open(source, reading ?? new()).Understood is { Count: > 0 } lines ? lines : ["read in a layout of MovieLens' own"];

    private static RawRatings ReadRatings(string source, IRatingSource files, Watch watch)
    {
        try
        {
            return files.ReadRatings(watch);
        }
        catch (DecoderFallbackException)
        {
            throw new DatasetException($"{source}:1: somewhere in the file the bytes are not text in the encoding that was taken; name another: --encoding latin1.");
        }
        catch (InvalidDataException problem)
        {
            throw new DatasetException($"{source}:1: the archive is damaged ({problem.Message.TrimEnd('.')}); get it again.");
        }
    }

    private static bool AreCountedFrom1(Numbering users, RawRatings ratings) =>
        users.Sources.Select((user, number) => ratings.Users[user] == (number + 1).ToString(CultureInfo.InvariantCulture)).All(same => same);

    private static string Describe(string sourceId, int item, Dictionary<string, ItemText> titles)
    {
        var (title, genres) = titles.TryGetValue(sourceId, out var text) ? text : new(sourceId, "");
        return string.Create(CultureInfo.InvariantCulture, $"{item}\t{sourceId}\t{OneCell(title)}\t{OneCell(genres)}");
    }

    // A tab would end the column, a line end the row.
    private static string OneCell(string text) => text.Replace('\t', ' ').Replace('\r', ' ').Replace('\n', ' ');
}
