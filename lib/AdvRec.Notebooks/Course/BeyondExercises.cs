using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Training;
using static System.FormattableString;

namespace AdvRec.Notebooks;

/// <content>Notebook 6.</content>
public static partial class Exercise
{
    /// <summary>How long a row of 64 numbers can get if none may exceed 0.5.</summary>
    /// <param name="longest">The answer; null as long as there is none.</param>
    public static ExerciseResult CheckLongestRow(object? longest) => CheckNumber(
        "Exercise 1", longest, 0.5 * Math.Sqrt(64), Tolerance, "The corner of the box: all 64 numbers are ±0.5. How long is that vector?", "0.5 · √64: eight times what the ball allows.",
        (0.5, "That is the ball. In the box each of the 64 numbers may be 0.5."),
        (8, "That is the root of 64; how large may each number be?"),
        (16, "That is the square of the length: the root is missing."),
        (64, "That is how many numbers there are."),
        (1, "Two numbers would be 0.71 long; and 64?"),
        (0.25, "That is the square of one number."),
        (2 * 0.5 * Math.Sqrt(64), "That is from one corner to the opposite one; Δ starts in the middle."),
        (0.5 / Math.Sqrt(64), "The corner lies further out than the middle of a side."),
        (-4, "A length is not negative."),
        (32, "Lengths do not add up like that: square, sum, take the root."));

    /// <summary>What share of its nDCG at 100 a model keeps when 30 plain epochs are followed by 30 of the recipe Apr with ε = 2. Trains both once there is an answer.</summary>
    /// <param name="share">nDCG after over nDCG before; null as long as there is none.</param>
    /// <param name="data">Training pairs.</param>
    /// <param name="seed">Seed of the training.</param>
    public static ExerciseResult CheckLargeBudget(object? share, LeaveOneOutDataset data, ulong seed)
    {
        if (share is null)
            return ExerciseResult.Nothing("Exercise 2", ReplaceNull);
        var evaluator = new LeaveOneOutEvaluator(data);
        var (_, before) = Trained(30, 0, 0);
        var (model, after) = Trained(30, 2, 30);
        double kept = after.Ndcg / before.Ndcg;
        return CheckNumber("Exercise 2", share, kept, 0.02, "nDCG after the adversarial epochs, divided by nDCG before them; both without an attack.",
            Invariant($"nDCG goes from {before.Ndcg:F3} to {after.Ndcg:F3}; the rows of the items are {model.ItemFactors.RowNorms().Average():F2} long now, next to an ε of 2."),
            (100 * kept, "That is in per cent; asked for is a share."),
            (1 - kept, "That is the share that is lost."),
            (100 * (1 - kept), "That is the loss, in per cent."),
            (1 / kept, "Turn it round: after over before."),
            (after.Ndcg, "That is nDCG afterwards; what share of nDCG before is it?"),
            (before.Ndcg, "That is nDCG before; what becomes of it?"),
            (after.Ndcg - before.Ndcg, "That is the difference; asked for is a share."),
            (before.Ndcg - after.Ndcg, "That is the difference; asked for is a share."),
            (after.HitRatio / before.HitRatio, "That is the hit ratio; asked for is nDCG."),
            (after.Auc / before.Auc, "That is AUC; asked for is nDCG."),
            (1, "That is what a model keeps that is not trained further: a trainer changes its model, so evaluate before you go on."));

        (MatrixFactorization Model, EvaluationResult Result) Trained(int plain, float epsilon, int adversarial)
        {
            var trainer = new BprTrainer(data, MatrixFactorization.Create(data, seed), new() { Seed = seed });
            trainer.Train(plain);
            new AdversarialTrainer(trainer, new() { Recipe = AdversarialRecipe.Apr, Epsilon = epsilon }).Train(adversarial);
            return (trainer.Model, evaluator.Evaluate(trainer.Model));
        }
    }

    /// <summary>The item most often on the plain model's lists of ten among those on no list of the defended one; of equal ones the smallest number.</summary>
    /// <param name="item">The answer; null as long as there is none.</param>
    /// <param name="plain">The plain model.</param>
    /// <param name="defended">The defended model.</param>
    /// <param name="data">The data set.</param>
    public static ExerciseResult CheckDroppedItem(object? item, MatrixFactorization plain, MatrixFactorization defended, LeaveOneOutDataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        const string name = "Exercise 3";
        if (item is null)
            return ExerciseResult.Nothing(name, ReplaceNull);
        var kept = Listed(defended).ToHashSet();
        var counts = Listed(plain).CountBy(listed => listed).OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key).ToList();
        var dropped = counts.Where(entry => !kept.Contains(entry.Key)).ToList();
        if (dropped.Count == 0)
            return ExerciseResult.NothingToMatch(name);
        var (most, times) = (dropped[0].Key, dropped[0].Value);
        var popularity = data.Popularity();
        return CheckNumber(name, item, most, tolerance: 0,
            "Count how often each item is on a list of the plain model; leave out all that are on a list of the defended one; of equally frequent ones take the smallest number.",
            $"{data.Title(most)}: on {times} lists before, on none after.",
            (dropped.Where(entry => entry.Value == times).Max(entry => entry.Key), "It is as frequent; of equally frequent ones the smallest number is asked for."),
            (dropped[^1].Key, "That one left all lists, too, but was on fewer before: which was on most?"),
            (dropped.MaxBy(entry => popularity[entry.Key]).Key, "That is the one with the most ratings; asked for is the one on the most lists."),
            (counts[0].Key, "That is the most frequent of all; is it gone from the defended model's lists?"),
            (times, "That is on how many lists it was; asked for is its number."),
            (dropped.Count, "That is how many items have left the lists; which was on most?"),
            (Listed(defended).Where(listed => !counts.Exists(entry => entry.Key == listed)).CountBy(listed => listed).OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key).Select(entry => (double)entry.Key).FirstOrDefault(double.NaN),
                "That one is new on the lists; asked for is one that left them."));

        IEnumerable<int> Listed(MatrixFactorization model) =>
            Enumerable.Range(0, data.UserCount).SelectMany(user => Recommendations.For(model, data, user).Select(entry => entry.Item));
    }
}
