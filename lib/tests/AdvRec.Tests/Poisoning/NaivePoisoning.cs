using AdvRec.Data;
using AdvRec.Numerics;
using AdvRec.Poisoning;

namespace AdvRec.Tests.Poisoning;

/// <summary>Poisoning as the documentation has it: loops over users and items, and a gradient by differences.</summary>
internal static class NaivePoisoning
{
    /// <summary>The items of smallest key, found one after the other.</summary>
    public static List<int> Draw(double[] weights, int count, ulong seed, int profile)
    {
        var random = new CounterRandom(seed, Purpose.FakeProfiles, profile);
        var drawn = new List<int>();
        while (drawn.Count < count)
        {
            int best = -1;
            double bestKey = double.PositiveInfinity;
            for (var item = 0; item < weights.Length; item++)
            {
                if (weights[item] == 0 || drawn.Contains(item))
                    continue;
                var key = -Math.Log(1 - random.Real(item)) / weights[item];
                if (key < bestKey)
                    (best, bestKey) = (item, key);
            }

            drawn.Add(best);
        }

        return drawn;
    }

    public static List<int> Ranks(LeaveOneOutDataset data, int target, Func<int, int, float> score)
    {
        var ranks = new List<int>();
        for (var user = 0; user < data.UserCount; user++)
        {
            var rated = data.TrainingItems(user).ToArray();
            if (data.TestItem(user) == target || rated.Contains(target))
                continue;
            var rank = 1;
            for (var item = 0; item < data.ItemCount; item++)
            {
                if (item != target && !rated.Contains(item) && score(user, item) >= score(user, target))
                    rank++;
            }

            ranks.Add(rank);
        }

        return ranks;
    }

    public static double Similarity(LeaveOneOutDataset data, int user, int neighbours)
    {
        var mine = data.TrainingItems(user).ToArray();
        var cosines = new List<double>();
        for (var other = 0; other < data.UserCount; other++)
        {
            var theirs = data.TrainingItems(other).ToArray();
            if (other != user)
                cosines.Add(mine.Intersect(theirs).Count() / Math.Sqrt(mine.Length * theirs.Length));
        }

        return cosines.OrderDescending().Take(neighbours).Average();
    }

    public static double[] PopularityDeviation(LeaveOneOutDataset data)
    {
        int Pairs(int item) => Enumerable.Range(0, data.UserCount).Count(user => data.TrainingItems(user).Contains(item));
        var means = Enumerable.Range(0, data.UserCount).Select(user => data.TrainingItems(user).ToArray().Average(item => Math.Log(Pairs(item)))).ToArray();
        return [.. means.Select(mean => Math.Abs(mean - means.Average()))];
    }

    public static Detection Detect(double[] suspicion, int realUsers)
    {
        double wins = 0;
        for (var fake = realUsers; fake < suspicion.Length; fake++)
        {
            for (var real = 0; real < realUsers; real++)
                wins += suspicion[fake] > suspicion[real] ? 1 : suspicion[fake] == suspicion[real] ? 0.5 : 0;
        }

        var fakes = suspicion.Length - realUsers;
        // A fake is caught if fewer users than there are fakes stand before it: more suspicious, or as suspicious and with a smaller id.
        var caught = Enumerable.Range(realUsers, fakes).Count(fake =>
            Enumerable.Range(0, suspicion.Length).Count(user => suspicion[user] > suspicion[fake] || (suspicion[user] == suspicion[fake] && user < fake)) < fakes);
        return new(wins / fakes / realUsers, caught / (double)fakes);
    }
}
