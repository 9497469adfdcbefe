namespace AdvRec.Notebooks;

/// <content>Notebook 2. The derivatives are checked by nudging, so that a check knows no formula.</content>
public static partial class Exercise
{
    private const double Nudge = 1e-4;

    /// <summary>The derivative of the loss ln(1 + e⁻ˣ) of a triple.</summary>
    /// <param name="derivative">The answer; null as long as there is none.</param>
    /// <param name="x">Score difference.</param>
    public static ExerciseResult CheckLossDerivative(double? derivative, double x)
    {
        var slope = (TripleLoss(x + Nudge) - TripleLoss(x - Nudge)) / (2 * Nudge);
        return Check("Exercise 1", derivative, slope, "d/dx ln(1 + e^(−x)) = 1/(1 + e^(−x)) · d/dx e^(−x).", "It is −σ(−x).",
            (-slope, "The size is right, the sign is not: the loss falls when x grows."),
            (-Math.Exp(-x), "You differentiated e^(−x), but it stands inside a logarithm: divide by 1 + e^(−x)."));
    }

    /// <summary>The gradient of a triple's loss with respect to the user's vector.</summary>
    /// <param name="gradient">The answer, one number per factor; null as long as there is none.</param>
    /// <param name="user">p</param>
    /// <param name="positive">q_i</param>
    /// <param name="negative">q_j</param>
    public static ExerciseResult CheckUserGradient(float[]? gradient, float[] user, float[] positive, float[] negative)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(positive);
        ArgumentNullException.ThrowIfNull(negative);
        // The loss is a function of x, so a larger nudge of small factors still stays where it is smooth.
        const double step = 100 * Nudge;
        var expected = user.Select((_, k) => (float)((LossWith(k, step) - LossWith(k, -step)) / (2 * step))).ToArray();
        return CheckVector("Exercise 2", gradient, expected, "dL/dp = dL/dx · dx/dp, with dx/dp = qi − qj, number by number.", "All 64 numbers agree with nudging.");

        double LossWith(int nudged, double by) =>
            TripleLoss(user.Select((p, k) => (p + (k == nudged ? by : 0)) * (positive[k] - (double)negative[k])).Sum());
    }

    /// <summary>How many places of a ranking change when the user's vector is doubled.</summary>
    /// <param name="differing">The answer; null as long as there is none.</param>
    public static ExerciseResult CheckDoubledUser(double? differing) => Check(
        "Exercise 3", differing, 0, "If p is doubled, what happens to every score ⟨p, q⟩? And to their order?",
        "Every score is doubled, so the order stays: a ranking does not know how long a user's vector is.");

    private static double TripleLoss(double x) => Math.Log(1 + Math.Exp(-x));
}
