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

    private static readonly (int Position, int Candidates)[] s_places = [(2, 5), (0, 50), (9, 50), (10, 50), (40, 200), (3, 4)];

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

    /// <summary>A held-out item's position among all scores: 0 is best, and an equal score counts against it.</summary>
    /// <param name="position">The answer, a function of the scores and of the index of the held-out item; null as long as there is none.</param>
    public static ExerciseResult CheckPosition(object? position)
    {
        return CheckFunction("Exercise 2", position, [.. s_rankings.Select(one => new object[] { one.Scores.ToArray(), one.Held })],
            Count((score, own) => score >= own, -1), "Go through the table by hand, and through a list in which all scores are equal: what should come out, and what does?",
            "Ties count against it, and it does not compete with itself.",
            new(Count((score, own) => score >= own, 0), "Your count is one too high: it starts from 1, or counts the held-out item among its own candidates."),
            new(Count((score, own) => score > own, 0), "Equal scores do not count yet, and a tie counts against the held-out item."),
            new(Count((score, own) => score > own, 1), "That is a rank from 1 with ties in the item's favour. Positions count from 0, and ties count against it."),
            new(Count((score, own) => score <= own, -1), "You count the items that score lower: which end of the list is the best?"),
            new(Count((score, own) => score < own, 0), "You count the items that score lower: which end of the list is the best?"),
            new(at => [s_rankings[at].Held], "That is where the item stands in the array; its position is about scores."),
            new(Count((score, own) => score == own, -1), "Only equal scores count so far; what of higher ones?"),
            new(Count((score, own) => score == own, 0), "Only equal scores count so far; what of higher ones?"),
            new(at => [s_rankings[at].Scores.Length], "That is how many items there are, whatever they score."),
            new(at => [s_rankings[at].Scores.Length - 1], "That is how many candidates there are, whatever they score."),
            new(at => [s_rankings[at].Scores[s_rankings[at].Held]], "That is the item's score."),
            new(_ => [2], "That is right for one list only: use the arguments."));

        static Func<int, double[]> Count(Func<double, double, bool> counts, int plus) =>
            at => [s_rankings[at].Scores.Count(score => counts(score, s_rankings[at].Scores[s_rankings[at].Held])) + plus];
    }

    /// <summary>HR at 10, nDCG at 10 and AUC of a position among so many candidates.</summary>
    /// <param name="measures">The answer, a function of position and candidates that returns three numbers; null as long as there is none.</param>
    public static ExerciseResult CheckMeasures(object? measures)
    {
        Func<int, double[]> Of(Func<double, double, double> hit, Func<double, double, double> gain, Func<double, double, double> area) => at =>
        {
            double p = s_places[at].Position, c = s_places[at].Candidates;
            return [hit(p, c), gain(p, c), area(p, c)];
        };
        double Hit(double p, double c) => p < 10 ? 1 : 0;
        double Gain(double p, double c) => p < 10 ? Math.Log(2) / Math.Log(p + 2) : 0;
        double Area(double p, double c) => 1 - p / c;
        var expected = Of(Hit, Gain, Area);
        return CheckFunction("Exercise 3", measures, [.. s_places.Select(one => new object[] { one.Position, one.Candidates })], expected,
            "Compare with the measures of notebook cells below for positions 0, 9 and 40, one measure at a time.", "Three questions, one position.",
            new(Of(Hit, (p, c) => Math.Log(2) / Math.Log(p + 2), Area), "nDCG at 10: beyond the tenth place there is no gain any more."),
            new(Of((p, c) => p <= 10 ? 1 : 0, (p, c) => p <= 10 ? Gain(Math.Min(p, 9), c) * Math.Log(Math.Min(p, 9) + 2) / Math.Log(p + 2) : 0, Area), "Positions count from 0: a list of ten ends at position 9."),
            new(Of((p, c) => p <= 10 ? 1 : 0, Gain, Area), "HR: positions count from 0, so a list of ten ends at position 9."),
            new(Of(Hit, (p, c) => p < 10 ? 1 / Math.Log(p + 2) : 0, Area), "nDCG: the first place must give 1."),
            new(Of(Hit, (p, c) => p < 10 ? Math.Log(2) / Math.Log(p + 1) : 0, Area), "nDCG: positions count from 0, so look at what the logarithm does at the first place."),
            new(Of(Hit, (p, c) => p < 10 && p > 0 ? Math.Log(2) / Math.Log(p + 1) : p == 0 ? 1 : 0, Area), "nDCG: the second place gives less than the first; position 0 is the first."),
            new(Of(Hit, (p, c) => p < 10 ? 1 / (p + 1) : 0, Area), "nDCG falls with a logarithm, more slowly than one over the rank."),
            new(Of(Hit, Gain, (p, c) => p / c), "AUC: that is the share above the item; it is about the share below."),
            new(Of(Hit, Gain, (p, c) => 1 - Math.Floor(p / c)), "AUC: a division of two whole numbers drops what is behind the decimal point."),
            new(Of(Hit, Gain, (p, c) => 1 - (p + 1) / c), "AUC: positions count from 0; the best gives 1."),
            new(Of(Hit, Gain, (p, c) => 1 - p / (c + 1)), "AUC: the item is not one of its own candidates."),
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
            "For each user: how many items that the user has no training rating of are at least as popular as the held-out one? Fewer than ten is a hit.",
            Invariant($"{hits:F0} of {users:F0} users find their item among ten."),
            (100 * hits / users, "That is in per cent; asked for is a number between 0 and 1."),
            (hits, "That is the number of users with a hit; which share of all users is it?"),
            (0, "A division of two whole numbers drops what is behind the decimal point."),
            (1 - hits / users, "That is the share of users without a hit."),
            (result.At(100).HitRatio, "That is for lists of 100 items; asked for are ten."),
            (result.At(11).HitRatio, "Your list has eleven items: positions count from 0, and the held-out item is no candidate."),
            (result.At(9).HitRatio, "Your list has nine items: positions count from 0."),
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
