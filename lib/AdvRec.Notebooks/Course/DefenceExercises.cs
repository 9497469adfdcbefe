using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;

namespace AdvRec.Notebooks;

/// <content>Notebook 4.</content>
public static partial class Exercise
{
    /// <summary>How many triples' gradients an epoch of the recipe Corrected computes, with mini-batches of 512.</summary>
    /// <param name="count">The answer; null as long as there is none.</param>
    /// <param name="data">The training pairs.</param>
    public static ExerciseResult CheckGradientCount(double? count, LeaveOneOutDataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        double all = data.TrainingPairCount, attacks = Math.Ceiling(all / 512) * all;
        return Check("Exercise 1", count, attacks + 2 * all, tolerance: 1e-6,
            "Each batch attacks the whole training set: batches × all. Then twice the batch's own triples, over all batches.",
            "Nearly all of it is the attacks.",
            (attacks, "That is the attacks alone. Each batch also needs its clean and its adversarial gradient."),
            (attacks + all, "Each batch needs two gradients of its own triples, the clean one and the adversarial one."),
            (2 * all, "That is what Apr needs. Corrected also attacks all training pairs before each batch."),
            ((int)attacks + 2 * all, "Whole numbers of this size overflow: multiply as double or long."));
    }

    /// <summary>Which control a claim about accuracy needs.</summary>
    /// <param name="control">"before", "plain" or "noise"; null as long as there is none.</param>
    public static ExerciseResult CheckControl(string? control) => CheckChoice(
        "Exercise 2", control, "plain", "The defended model has seen the data six times. What if it had seen them six times without any defence?",
        "As many epochs, no defence: what is left of the difference is the defence's.",
        ("before", "Then a gain may be the sixth epoch's, not the defence's."),
        ("noise", "Noise is the control for the attack: does the direction matter? Accuracy is about models that nobody perturbs."));

    /// <summary>Holm's correction of the p-values 0.010, 0.040 and 0.030.</summary>
    /// <param name="corrected">The answer, in the same order; null as long as there is none.</param>
    public static ExerciseResult CheckHolm(float[]? corrected) => CheckVector(
        "Exercise 3", corrected, [.. PairedComparison.Holm([0.010, 0.040, 0.030]).Select(p => (float)p)],
        "Sorted: 0.010, 0.030, 0.040; times 3, 2, 1; then each at least as large as the one before; then back into the order given.");

    /// <summary>The fingerprint of a model that was trained adversarially with λ = 0.</summary>
    /// <param name="fingerprint">The answer, 64 hexadecimal digits; null as long as there is none.</param>
    /// <param name="plain">The control.</param>
    public static ExerciseResult CheckFingerprint(string? fingerprint, MatrixFactorization plain)
    {
        ArgumentNullException.ThrowIfNull(plain);
        return CheckChoice("Exercise 4", fingerprint, plain.Sha256(), "Train with the recipe Corrected and weight: 0, and take .Sha256() of the model that comes back.",
            "Bit by bit the plainly trained model.");
    }
}
