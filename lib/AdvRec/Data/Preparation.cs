using System.Globalization;

namespace AdvRec.Data;

/// <summary>Turns raw ratings into a leave-one-out data set on disk.</summary>
public static class Preparation
{
    /// <summary>
    /// Reads GroupLens' ratings.csv and movies.csv, drops rare items and users until none is left to drop, numbers users and items by first appearance,
    /// holds out every user's latest rating (of several at the same second, the one with the largest movie id) and writes train.tsv, test.tsv and items.tsv.
    /// The same input gives the same bytes. Files are written beside the target and moved into place when whole.
    /// </summary>
    /// <param name="source">Folder with ratings.csv and movies.csv.</param>
    /// <param name="output">Folder to write to; made if missing, files of the same names are replaced.</param>
    /// <param name="options">What to keep; all if null.</param>
    /// <returns>One line that says what was kept.</returns>
    /// <exception cref="DatasetException">A source file is missing or has a mistake, or nothing is left.</exception>
    public static string Prepare(string source, string output, PreparationOptions? options = null)
    {
        var kept = options ?? new();
        var all = MovieLensCsv.ReadRatings(source);
        var movies = MovieLensCsv.ReadMovies(source);
        var ratings = DropRare(FirstUsers(all, kept.Users), kept);
        if (ratings.Count == 0)
            throw new DatasetException($"{source}: no rating is left after dropping items with fewer than {kept.MinItemRatings} and users with fewer than {kept.MinUserRatings} ratings.");

        var users = NumberByFirstAppearance(ratings.Select(rating => rating.User));
        var items = NumberByFirstAppearance(ratings.Select(rating => rating.Item));
        var byUser = ratings
            .GroupBy(rating => rating.User)
            .Select(user => user.OrderByDescending(rating => rating.Timestamp).ThenByDescending(rating => rating.Item).ToList())
            .ToList();

        string Row(Interaction rating) => string.Create(
            CultureInfo.InvariantCulture, $"{users[rating.User]}\t{items[rating.Item]}\t{rating.Rating}\t{rating.Timestamp}");
        WholeFiles.Write(output, new()
        {
            [DatasetFolder.Train] = byUser.SelectMany(user => user.Skip(1)).Select(Row),
            [DatasetFolder.Test] = byUser.Select(user => Row(user[0])),
            [DatasetFolder.Items] = items.Select(item => Describe(item.Key, item.Value, movies)),
        });
        return FormattableString.Invariant(
            $"{output}: {users.Count:N0} users, {items.Count:N0} items, {ratings.Count:N0} of {all.Count:N0} ratings kept, one per user held out.");
    }

    private static List<Interaction> FirstUsers(List<Interaction> ratings, int? count)
    {
        if (count is null)
            return ratings;
        var first = ratings.Select(rating => rating.User).Distinct().Take(count.Value).ToHashSet();
        return [.. ratings.Where(rating => first.Contains(rating.User))];
    }

    private static List<Interaction> DropRare(List<Interaction> ratings, PreparationOptions options)
    {
        for (var before = -1; before != ratings.Count;)
        {
            before = ratings.Count;
            ratings = Frequent(ratings, rating => rating.Item, options.MinItemRatings);
            ratings = Frequent(ratings, rating => rating.User, options.MinUserRatings);
        }

        return ratings;
    }

    private static List<Interaction> Frequent(List<Interaction> ratings, Func<Interaction, int> key, int least)
    {
        var counts = ratings.CountBy(key).ToDictionary();
        return [.. ratings.Where(rating => counts[key(rating)] >= least)];
    }

    private static OrderedDictionary<int, int> NumberByFirstAppearance(IEnumerable<int> sourceIds)
    {
        var numbers = new OrderedDictionary<int, int>();
        foreach (var id in sourceIds)
            numbers.TryAdd(id, numbers.Count);
        return numbers;
    }

    private static string Describe(int sourceId, int item, Dictionary<int, (string Title, string Genres)> movies)
    {
        var (title, genres) = movies.TryGetValue(sourceId, out var movie) ? movie : ($"movie {sourceId}", "");
        // A tab would end the column.
        return string.Create(CultureInfo.InvariantCulture, $"{item}\t{sourceId}\t{title.Replace('\t', ' ')}\t{genres}");
    }
}
