using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;

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

    /// <summary>What becomes of nDCG when a model is trained against a perturbation as long as its rows.</summary>
    /// <param name="outcome">"stays" or "collapses"; null as long as there is none.</param>
    /// <param name="before">The model before the adversarial epochs.</param>
    /// <param name="after">The model after them.</param>
    public static ExerciseResult CheckLargeBudget(string? outcome, EvaluationResult? before, EvaluationResult? after)
    {
        const string name = "Exercise 2";
        if (outcome is null || before is null || after is null)
            return ExerciseResult.Nothing(name, "replace the nulls in the cell above.");
        var stays = after.Ndcg > 0.8 * before.Ndcg;
        return CheckChoice(name, outcome, stays ? "stays" : "collapses", "Compare the two results that you measured.",
            stays ? "" : "After the worst step little is left of a row, so the model does best by learning next to nothing.");
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
