using System.Runtime.InteropServices;

namespace AdvRec.Sources;

/// <summary>What a whole source holds, in lines for people, and what in it may not be meant as it is read.</summary>
internal static class SourceContents
{
    private const int MostShown = 12;
    private static readonly string[] NoIds = ["NA", "N/A", "<NA>", "NaN", "nan", "null", "NULL", "(null)", "None", "none", "\\N", "unknown", "anonymous"];

    public static IReadOnlyList<string> Describe(RawRatings ratings) =>
    [
        FormattableString.Invariant($"{ratings.Rows.Count:N0} ratings of {ratings.Users.Count:N0} users for {ratings.Items.Count:N0} items"),
        .. Times(ratings),
        .. Missing(ratings, "user", ratings.Users, row => row.User),
        .. Missing(ratings, "item", ratings.Items, row => row.Item),
        .. Values(Counts(ratings)),
    ];

    private static IEnumerable<string> Times(RawRatings ratings)
    {
        if (!ratings.HasTimestamps)
        {
            yield return "the source has no times: later rows count as later, and the row's number stands for the time";
            yield break;
        }

        var (first, last) = (long.MaxValue, long.MinValue);
        foreach (var row in CollectionsMarshal.AsSpan(ratings.Rows))
            (first, last) = (Math.Min(first, row.Timestamp), Math.Max(last, row.Timestamp));
        if (ratings.Rows.Count > 0)
            yield return $"times read as {string.Join(", ", ratings.TimeForms)}, from {Layouts.Times.Text(first)} to {Layouts.Times.Text(last)}";
        if (ratings.TimeForms.Count > 1)
            yield return $"the times mix {string.Join(", ", ratings.TimeForms)}: a number's size decided; look whether that is right";
        if (Ties(ratings) is var ties and > 0)
            yield return FormattableString.Invariant($"{ties:N0} of {ratings.Users.Count:N0} users have several ratings at their latest time: of these the one with the largest item id will be held out");
    }

    private static int Ties(RawRatings ratings)
    {
        var latest = new (long Time, int Count)[ratings.Users.Count];
        foreach (var row in CollectionsMarshal.AsSpan(ratings.Rows))
        {
            ref var last = ref latest[row.User];
            if (last.Count == 0 || row.Timestamp > last.Time)
                last = (row.Timestamp, 1);
            else if (row.Timestamp == last.Time)
                last.Count++;
        }

        return latest.Count(last => last.Count > 1);
    }

    private static IEnumerable<string> Missing(RawRatings ratings, string kind, TextTable ids, Func<Interaction, int> idOf)
    {
        foreach (var name in NoIds)
        {
            if (ids.Find(name) is var place and >= 0 && ratings.Rows.Count(row => idOf(row) == place) is var count and > 0)
                yield return FormattableString.Invariant($"{count:N0} ratings have the {kind} '{name}': if that means none, leave those rows out of the file");
        }
    }

    private static List<(double Value, long Count)> Counts(RawRatings ratings)
    {
        var counts = new Dictionary<double, long>();
        var byPlace = new long[ratings.RatingValues.Count];
        foreach (var row in CollectionsMarshal.AsSpan(ratings.Rows))
            byPlace[row.Rating]++;
        foreach (var (place, value) in ratings.RatingValues.Index())
            counts[value] = counts.GetValueOrDefault(value) + byPlace[place];
        return [.. counts.Where(entry => entry.Value > 0).OrderBy(entry => entry.Key).Select(entry => (entry.Key, entry.Value))];
    }

    private static IEnumerable<string> Values(List<(double Value, long Count)> counts)
    {
        if (counts.Count < 2)
            yield break;
        var all = counts.Sum(entry => entry.Count);
        string Share((double Value, long Count) entry) => FormattableString.Invariant($"{entry.Value} ({100.0 * entry.Count / all:F1} %)");
        double Quantile(double share)
        {
            var below = 0L;
            return counts.First(entry => (below += entry.Count) >= share * all).Value;
        }

        yield return counts.Count <= MostShown ? $"ratings: {string.Join(", ", counts.Select(Share))}"
            : FormattableString.Invariant($"ratings: {counts.Count:N0} different values from {counts[0].Value} to {counts[^1].Value}, quarters at {Quantile(0.25)}, {Quantile(0.5)} and {Quantile(0.75)}; most often {Share(counts.MaxBy(entry => entry.Count))}");
        var (lowest, highest) = (counts[0], counts[^1]);
        if (IsLowApart(counts))
            yield return FormattableString.Invariant($"the rating {Share(lowest)} stands apart: if it means that there is none, leave it out with --min-rating {counts[1].Value}");
        if (IsHighApart(counts))
            yield return FormattableString.Invariant($"the rating {Share(highest)} stands apart: if it means that there is none, leave it out with --max-rating {counts[^2].Value}");
    }

    /// <summary>0 below all others, the only one below 0, or further from the next than that is from the highest.</summary>
    private static bool IsLowApart(List<(double Value, long Count)> counts) =>
        counts[0].Value == 0 || (counts[0].Value < 0 && counts[1].Value >= 0) || (counts.Count > 2 && counts[1].Value - counts[0].Value > counts[^1].Value - counts[1].Value);

    private static bool IsHighApart(List<(double Value, long Count)> counts) =>
        counts.Count > 2 && counts[^1].Value - counts[^2].Value > counts[^2].Value - counts[0].Value;
}
