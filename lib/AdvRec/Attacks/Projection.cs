using AdvRec.Numerics;

namespace AdvRec.Attacks;

/// <summary>Π, the nearest row within the budget: in the ball Δ·min(1, ε/‖Δ‖), in the box min(max(Δₖ, −ε), ε) number by number.</summary>
internal static class Projection
{
    public static void Onto(PerturbationBudget budget, float epsilon, Span<float> delta)
    {
        if (budget == PerturbationBudget.Box)
            Vectors.Clamp(delta, -epsilon, epsilon, delta);
        else if (MathF.Sqrt(Vectors.SumOfSquares(delta)) > epsilon)
            Vectors.ScaleToLength(delta, epsilon, delta);
    }
}
