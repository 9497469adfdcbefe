using AdvRec.Data;

namespace AdvRec.Poisoning;

/// <summary>Simple statistics of a profile that are to tell fake users from real ones: the higher, the more suspicious. They need no labels.</summary>
public static class Suspicion
{
    /// <summary>
    /// The mean cosine similarity of every user's profile with the profiles nearest to it, in [0, 1]: profiles made by one program resemble each other.
    /// Degree of similarity with top neighbours, Chirita, Nejdl and Zamfir, "Preventing Shilling Attacks in Online Recommender Systems", WIDM 2005,
    /// with the cosine of two sets of items, |A ∩ B| / √(|A|·|B|), for the correlation of ratings.
    /// </summary>
    /// <param name="data">Real and fake users together.</param>
    /// <param name="neighbours">How many nearest profiles; at least 1. All others where there are fewer.</param>
    /// <returns>One number per user.</returns>
    public static double[] NeighbourSimilarity(LeaveOneOutDataset data, int neighbours = 5)
    {
        ArgumentNullException.ThrowIfNull(data);
        Valid.AtLeast(1, neighbours, nameof(neighbours));
        var usersOf = UsersByItem(data);
        var shared = new int[data.UserCount];
        var similarity = new double[data.UserCount];
        for (var user = 0; user < data.UserCount; user++)
        {
            Array.Clear(shared);
            foreach (var item in data.TrainingItems(user))
            {
                foreach (var other in usersOf[item])
                    shared[other]++;
            }

            var length = data.TrainingItems(user).Length;
            var cosines = new double[data.UserCount];
            for (var other = 0; other < data.UserCount; other++)
                cosines[other] = other == user ? -1 : shared[other] / Math.Sqrt((double)length * data.TrainingItems(other).Length);
            Array.Sort(cosines);
            var nearest = cosines.AsSpan(1)[Math.Max(0, data.UserCount - 1 - neighbours)..];
            foreach (var cosine in nearest)
                similarity[user] += cosine / nearest.Length;
        }

        return similarity;
    }

    /// <summary>
    /// How far the popularity of a profile's items is from what is usual: |m_u − m̄|, m_u the mean over u's items of ln(training pairs of the item),
    /// m̄ the mean of all m_u. In the spirit of the deviation measures of Chirita, Nejdl and Zamfir 2005, which need ratings.
    /// </summary>
    /// <param name="data">Real and fake users together.</param>
    /// <returns>One number per user, 0 or more.</returns>
    public static double[] PopularityDeviation(LeaveOneOutDataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var logarithms = data.Popularity().Select(pairs => Math.Log(pairs)).ToArray();
        var means = new double[data.UserCount];
        for (var user = 0; user < data.UserCount; user++)
        {
            var items = data.TrainingItems(user);
            foreach (var item in items)
                means[user] += logarithms[item] / items.Length;
        }

        var usual = means.Average();
        return [.. means.Select(mean => Math.Abs(mean - usual))];
    }

    private static List<int>[] UsersByItem(LeaveOneOutDataset data)
    {
        List<int>[] users = [.. Enumerable.Range(0, data.ItemCount).Select(_ => new List<int>())];
        for (var user = 0; user < data.UserCount; user++)
        {
            foreach (var item in data.TrainingItems(user))
                users[item].Add(user);
        }

        return users;
    }
}
