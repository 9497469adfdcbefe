using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using static System.FormattableString;

namespace AdvRec.Notebooks;

/// <content>Notebook 1.</content>
public static partial class Exercise
{
    private static readonly (double[] Scores, int Held)[] s_rankings =
    [
        ([0.9, 0.4, 0.7, 0.7, 0.1, 0.2], 2), ([0.3, 0.3, 0.3, 0.3], 0), ([5, 1, 2, 5, 5], 4), ([-1, -2, -3], 2), ([2, 9, 4, 4, 1, 4, 8], 5), ([1, 0, 0, 0], 0),
    ];

    private static readonly (int Rank, int Candidates)[] s_places = [(3, 5), (1, 50), (10, 50), (11, 50), (41, 200), (4, 4)];

    /// <summary>Which share of the items has fewer ratings than the average item.</summary>
    /// <param name="share">The answer, a number between 0 and 1; null as long as there is none.</param>
    /// <param name="data">The data set.</param>
    public static ExerciseResult CheckBelowAverage(object? share, LeaveOneOutDataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var popularity = data.Popularity().ToArray();
        double items = popularity.Length, average = data.TrainingPairCount / items, below = popularity.Count(count => count < average);
        var known = popularity.Where(count => count > 0).ToArray();
        return CheckNumber("Exercise 1", share, below / items, Tolerance, "Count the items whose number of ratings is below the mean of all items, and divide by the number of items.",
            Invariant($"The average item has {average:F1} ratings: a few very popular ones pull the mean up."),
            (100 * below / items, "That is in per cent; asked for is a number between 0 and 1."),
            (below, "That is how many items; which share of all items is it?"),
            (0, "A division of two whole numbers drops what is behind the decimal point: make one of them a double first."),
            (1 - below / items, "That is the share of the other items: those with as many or more."),
            (popularity.Count(count => count > average) / items, "That is the share of the items with more."),
            (popularity.Where(count => count < average).Sum() / (double)data.TrainingPairCount, "That is these items' share of the ratings; asked for is their share of the items."),
            (average, "That is the average itself. How many items lie below it?"),
            (1 / average, "That is one over the average. How many items lie below it?"),
            (0.5, "Half of the items lie below the median. The mean is another number."),
            (known.Count(count => count < known.Average()) / items, "Items without any training rating count too, in the mean and in the share."),
            (popularity.Count(count => count < data.TrainingPairCount / data.ItemCount) / items, "The average was rounded down: a division of whole numbers."),
            (below / data.UserCount, "That divides by the number of users."));
    }

    /// <summary>A held-out item's rank among all scores: 1 is best, and an equal score counts against it.</summary>
    /// <param name="rank">The answer, a function of the scores and of the index of the held-out item; null as long as there is none.</param>
    public static ExerciseResult CheckRank(object? rank)
    {
        return CheckFunction("Exercise 2", rank, [.. s_rankings.Select(one => new object[] { one.Scores.ToArray(), one.Held })],
            Count((score, own) => score >= own, 0), "Go through the table by hand, and through a list in which all scores are equal: what should come out, and what does?",
            "Ties count against it. The item itself is as high as itself, which makes the count start from 1.",
            new(Count((score, own) => score >= own, -1), "Your count is one too low: that is how many candidates are ahead, and the best rank is 1."),
            new(Count((score, own) => score >= own, 1), "Your count is one too high: the held-out item is no candidate of its own."),
            new(Count((score, own) => score > own, 1), "Equal scores do not count yet, and a tie counts against the held-out item."),
            new(Count((score, own) => score > own, 0), "You count from 0, with ties in the item's favour. Ranks count from 1, and ties count against it."),
            new(Count((score, own) => score <= own, 0), "You count the items that score lower: which end of the list is the best?"),
            new(Count((score, own) => score <= own, -1), "You count the items that score lower: which end of the list is the best?"),
            new(Count((score, own) => score < own, 0), "You count the items that score lower: which end of the list is the best?"),
            new(Count((score, own) => score < own, 1), "You count the items that score lower: which end of the list is the best?"),
            new(at => [s_rankings[at].Held], "That is where the item stands in the array; its rank is about scores."),
            new(at => [s_rankings[at].Held + 1], "That is where the item stands in the array; its rank is about scores."),
            new(Count((score, own) => score == own, -1), "Only equal scores count so far; what of higher ones?"),
            new(Count((score, own) => score == own, 0), "Only equal scores count so far; what of higher ones?"),
            new(at => [s_rankings[at].Scores.Length], "That is how many items there are, whatever they score."),
            new(at => [s_rankings[at].Scores.Length - 1], "That is how many candidates there are, whatever they score."),
            new(at => [s_rankings[at].Scores[s_rankings[at].Held]], "That is the item's score."),
            new(_ => [3], "That is right for one list only: use the arguments."));

        static Func<int, double[]> Count(Func<double, double, bool> counts, int plus) =>
            at => [s_rankings[at].Scores.Count(score => counts(score, s_rankings[at].Scores[s_rankings[at].Held])) + plus];
    }

    /// <summary>HR at 10, nDCG at 10 and AUC of a rank among so many candidates.</summary>
    /// <param name="measures">The answer, a function of rank and candidates that returns three numbers; null as long as there is none.</param>
    public static ExerciseResult CheckMeasures(object? measures)
    {
        Func<int, double[]> Of(Func<double, double, double> hit, Func<double, double, double> gain, Func<double, double, double> area) => at =>
        {
            double r = s_places[at].Rank, c = s_places[at].Candidates;
            return [hit(r, c), gain(r, c), area(r, c)];
        };
        double Hit(double r, double c) => r <= 10 ? 1 : 0;
        double Gain(double r, double c) => r <= 10 ? Math.Log(2) / Math.Log(r + 1) : 0;
        double Area(double r, double c) => 1 - (r - 1) / c;
        var expected = Of(Hit, Gain, Area);
        return CheckFunction("Exercise 3", measures, [.. s_places.Select(one => new object[] { one.Rank, one.Candidates })], expected,
            "Work out the three by hand for ranks 1, 10 and 11, one measure at a time, and compare with what your function gives.", "Three questions, one rank.",
            new(Of(Hit, (r, c) => Math.Log(2) / Math.Log(r + 1), Area), "nDCG at 10: beyond the tenth place there is no gain any more."),
            new(Of((r, c) => r < 10 ? 1 : 0, (r, c) => r < 10 ? Gain(r, c) : 0, Area), "Ranks count from 1: rank 10 is still on a list of ten."),
            new(Of((r, c) => r < 10 ? 1 : 0, Gain, Area), "HR: ranks count from 1, so rank 10 is still on a list of ten."),
            new(Of(Hit, (r, c) => r < 10 ? Gain(r, c) : 0, Area), "nDCG: ranks count from 1, so rank 10 is still on a list of ten."),
            new(Of(Hit, (r, c) => r <= 10 ? 1 / Math.Log(r + 1) : 0, Area), "nDCG: the first place must give 1."),
            new(Of(Hit, (r, c) => r <= 10 ? Math.Log(2) / Math.Log(r + 2) : 0, Area), "nDCG: the first place must give 1, and it has rank 1."),
            new(Of(Hit, (r, c) => r <= 10 ? 1 / r : 0, Area), "nDCG falls with a logarithm, more slowly than one over the rank."),
            new(Of(Hit, Gain, (r, c) => (r - 1) / c), "AUC: that is the share above the item; it is about the share below."),
            new(Of(Hit, Gain, (r, c) => r / c), "AUC: that is about the share above the item; it is about the share below."),
            new(Of(Hit, Gain, (r, c) => 1 - Math.Floor((r - 1) / c)), "AUC: a division of two whole numbers drops what is behind the decimal point."),
            new(Of(Hit, Gain, (r, c) => 1 - Math.Floor(r / c)), "AUC: a division of two whole numbers drops what is behind the decimal point."),
            new(Of(Hit, Gain, (r, c) => 1 - r / c), "AUC: the best rank is 1 and must give 1."),
            new(Of(Hit, Gain, (r, c) => 1 - (r - 1) / (c + 1)), "AUC: the item is not one of its own candidates."),
            new(Of(Gain, Hit, Area), "The order is HR, nDCG, AUC."),
            new(Of(Area, Gain, Hit), "The order is HR, nDCG, AUC."));
    }

    /// <summary>HR at 10 of recommending what is popular, over all users, by hand.</summary>
    /// <param name="hitRatio">The answer, between 0 and 1; null as long as there is none.</param>
    /// <param name="data">The data set.</param>
    public static ExerciseResult CheckHitRatio(object? hitRatio, LeaveOneOutDataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var result = new LeaveOneOutEvaluator(data, topK: 10).Evaluate(new MostPopular(data));
        var popularity = data.Popularity().ToArray();
        double users = data.UserCount, hits = result.Positions.Count(position => position < 10);
        return CheckNumber("Exercise 4", hitRatio, hits / users, Tolerance,
            "For each user: what is the held-out item's rank by popularity, among the items that the user has no training rating of? A rank up to ten is a hit.",
            Invariant($"{hits:F0} of {users:F0} users find their item among ten."),
            (100 * hits / users, "That is in per cent; asked for is a number between 0 and 1."),
            (hits, "That is the number of users with a hit; which share of all users is it?"),
            (0, "A division of two whole numbers drops what is behind the decimal point."),
            (1 - hits / users, "That is the share of users without a hit."),
            (result.At(100).HitRatio, "That is for lists of 100 items; asked for are ten."),
            (result.At(11).HitRatio, "Your list has eleven items: the held-out item is no candidate of its own."),
            (result.At(9).HitRatio, "Your list has nine items: rank 10 is still on a list of ten."),
            (result.Ndcg, "That is nDCG; for HR every hit counts the same."),
            (result.Auc, "That is AUC; it does not look at a list at all."),
            (All((other, own) => other >= own, -1), "Items that the user has a training rating of do not compete."),
            (All((other, own) => other > own, 0), "Items that the user has a training rating of do not compete, and ties count against the held-out item."),
            (Candidates((other, own) => other > own, 0), "Equally popular items count against the held-out one."),
            (hits / data.ItemCount, "That divides by the number of items; the mean is over users."));

        double All(Func<int, int, bool> counts, int plus) =>
            Enumerable.Range(0, data.UserCount).Average(user => popularity.Count(other => counts(other, popularity[data.TestItem(user)])) + plus < 10 ? 1.0 : 0);
        double Candidates(Func<int, int, bool> counts, int plus) => Enumerable.Range(0, data.UserCount).Average(user =>
        {
            var own = popularity[data.TestItem(user)];
            var above = popularity.Count(other => counts(other, own));
            foreach (var item in data.TrainingItems(user))
                above -= counts(popularity[item], own) ? 1 : 0;
            return above + plus < 10 ? 1.0 : 0;
        });
    }
}
