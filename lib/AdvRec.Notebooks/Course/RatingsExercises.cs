using AdvRec.Data;
using AdvRec.Evaluation;

namespace AdvRec.Notebooks;

/// <content>Notebook 1.</content>
public static partial class Exercise
{
    /// <summary>Which share of all pairs of a user and an item is known.</summary>
    /// <param name="density">The answer, between 0 and 1; null as long as there is none.</param>
    /// <param name="data">The data set.</param>
    public static ExerciseResult CheckDensity(double? density, LeaveOneOutDataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var share = (double)data.TrainingPairCount / data.UserCount / data.ItemCount;
        return Check("Exercise 1", density, share, "Divide the number of known pairs by the number of all pairs that there could be.",
            "Almost all that a recommender could know, it does not know.",
            (100 * share, "That is the share in per cent; between 0 and 1 it is a hundredth of this."),
            ((double)data.TrainingPairCount / data.UserCount, "That is the number of items per user. How many items could each user have?"),
            (data.TrainingPairCount / data.UserCount, "That is the number of items per user. How many items could each user have?"),
            (0, "A division of two whole numbers drops what is behind the decimal point: make one of them a double first."));
    }

    /// <summary>The position of item C, which scores as much as D and less than A.</summary>
    /// <param name="position">The answer; null as long as there is none.</param>
    public static ExerciseResult CheckTie(double? position) => Check(
        "Exercise 2", position, 2, "Count the candidates that score 0.7 or more. C itself is no candidate.", "A scores higher, D the same.",
        (1, "Only A scores higher, but D scores the same, and a tie counts against the held-out item."),
        (3, "You counted C itself, or counted from 1. Positions count from 0."));

    /// <summary>nDCG at 3 of position 2 among 5 candidates.</summary>
    /// <param name="ndcg">The answer; null as long as there is none.</param>
    public static ExerciseResult CheckNdcg(double? ndcg) => Check(
        "Exercise 3, nDCG", ndcg, Third.Ndcg, "ln 2 divided by the logarithm of the position plus 2.", "The third place gives half of what the first gives.",
        (Math.Log(2) / Math.Log(3), "That is for position 1; the position here is 2."),
        (1, "1 is the hit ratio: the item is on the list. It is not at its top."));

    /// <summary>AUC of position 2 among 5 candidates.</summary>
    /// <param name="auc">The answer; null as long as there is none.</param>
    public static ExerciseResult CheckAuc(double? auc) => Check(
        "Exercise 3, AUC", auc, Third.Auc, "One minus position over candidates.", "Three of five candidates rank below it.",
        (1 - 2 / 6.0, "C itself is not one of its candidates."),
        (1 - Third.Auc, "That is the share above it or equal to it; AUC is the share below."));

    /// <summary>Which measure does not depend on the length of the list.</summary>
    /// <param name="measure">"HR", "nDCG" or "AUC"; null as long as there is none.</param>
    public static ExerciseResult CheckUnchangedMeasure(string? measure) => CheckChoice(
        "Exercise 4", measure, "AUC", "Look at the three definitions: in which one is there no K?", "It looks at the whole ranking.",
        ("HR", "A hit beyond place 10 is no hit any more."),
        ("nDCG", "An item beyond place 10 now gains nothing."));

    private static EvaluationResult Third { get; } = new([2], [5], topK: 3);
}
