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
    public static ExerciseResult CheckLongestRow(double? longest) => Check(
        "Exercise 1", longest, 0.5 * Math.Sqrt(64), "The corner of the box: all 64 numbers are ±0.5. How long is that vector?", "0.5 · √64: eight times what the ball allows.",
        (0.5, "That is the ball. In the box each of the 64 numbers may be 0.5."),
        (32, "Lengths do not add up like that: square, sum, take the root."));

    /// <summary>What becomes of nDCG at 100 when 30 plain epochs are followed by 30 of the recipe Apr with ε = 2. Trains both once there is an answer.</summary>
    /// <param name="outcome">"stays" (within 20 %) or "collapses"; null as long as there is none.</param>
    /// <param name="data">Training pairs.</param>
    /// <param name="seed">Seed of the training.</param>
    public static ExerciseResult CheckLargeBudget(string? outcome, LeaveOneOutDataset data, ulong seed)
    {
        const string name = "Exercise 2";
        if (outcome is null)
            return ExerciseResult.Nothing(name, ReplaceNull);
        var trainer = new BprTrainer(data, MatrixFactorization.Create(data, seed), new() { Seed = seed });
        var evaluator = new LeaveOneOutEvaluator(data);
        trainer.Train(30);
        var before = evaluator.Evaluate(trainer.Model).Ndcg;
        new AdversarialTrainer(trainer, new() { Recipe = AdversarialRecipe.Apr, Epsilon = 2 }).Train(30);
        var after = evaluator.Evaluate(trainer.Model).Ndcg;
        return CheckChoice(name, outcome, after > 0.8 * before ? "stays" : "collapses", "Measure both: before the adversarial epochs and after them.",
            Invariant($"nDCG goes from {before:F3} to {after:F3}; the rows of the items are {trainer.Model.ItemFactors.RowNorms().Average():F2} long now, next to an ε of 2."));
    }

    /// <summary>The item most often on the plain model's lists of ten among those on no list of the defended one; of equal ones the smallest number.</summary>
    /// <param name="item">The answer; null as long as there is none.</param>
    /// <param name="plain">The plain model.</param>
    /// <param name="defended">The defended model.</param>
    /// <param name="data">The data set.</param>
    public static ExerciseResult CheckDroppedItem(double? item, MatrixFactorization plain, MatrixFactorization defended, LeaveOneOutDataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        const string name = "Exercise 3";
        if (item is null)
            return ExerciseResult.Nothing(name, ReplaceNull);
        var kept = Listed(defended).ToHashSet();
        var dropped = Listed(plain).Where(listed => !kept.Contains(listed)).CountBy(listed => listed).OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key).ToList();
        return dropped.Count == 0
            ? ExerciseResult.NotYet(name, "These two models drop no item; take another pair.")
            : Check(name, item, dropped[0].Key, tolerance: 0,
                "Count how often each item is on a list of the plain model; leave out all that are on a list of the defended one; of equally frequent ones take the smallest number.",
                $"{data.Title(dropped[0].Key)}: on {dropped[0].Value} lists before, on none after.");

        IEnumerable<int> Listed(MatrixFactorization model) =>
            Enumerable.Range(0, data.UserCount).SelectMany(user => Recommendations.For(model, data, user).Select(entry => entry.Item));
    }
}
