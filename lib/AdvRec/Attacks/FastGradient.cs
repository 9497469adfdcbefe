using AdvRec.Models;
using AdvRec.Numerics;
using AdvRec.Objective;

namespace AdvRec.Attacks;

/// <summary>
/// The fast gradient step, Δ = ε·g/‖g‖ for every row: of all steps of length ε the one that raises the loss most to first order; zero where g is.
/// </summary>
internal static class FastGradient
{
    public static void Step(ReadOnlySpan<float> g, float epsilon, Span<float> delta) => Vectors.ScaleToLength(g, epsilon, delta);

    /// <summary>The step for every row of a gradient.</summary>
    public static void Step(Gradient gradient, float epsilon, Perturbation delta, Workers workers)
    {
        Step(gradient.Users, epsilon, delta.UserFactors, workers);
        Step(gradient.Items, epsilon, delta.ItemFactors, workers);
    }

    public static void ThrowIfNotFinite(double loss)
    {
        if (!double.IsFinite(loss))
            throw new NotFiniteNumberException("The attack's loss is not a number: the model's factors are NaN or infinite. Train it with a smaller learning rate.");
    }

    private static void Step(FactorMatrix g, float epsilon, FactorMatrix delta, Workers workers) => workers.ForEach(
        workers.Parts, (g, epsilon, delta, workers.Parts), static (part, on) =>
        {
            var rows = (long)on.g.Rows;
            for (var row = (int)(rows * part / on.Parts); row < (int)(rows * (part + 1) / on.Parts); row++)
                Step(on.g.PaddedRow(row), on.epsilon, on.delta.PaddedRow(row));
        });
}
