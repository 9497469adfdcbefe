using AdvRec.Models;

namespace AdvRec.Attacks;

/// <summary>What is added to a model's factors, Δ_P and Δ_Q: a value of its own; <c>model + perturbation</c> is the perturbed model.</summary>
public sealed class Perturbation
{
    /// <param name="userFactors">Δ_P, users × factors.</param>
    /// <param name="itemFactors">Δ_Q, items × factors.</param>
    public Perturbation(FactorMatrix userFactors, FactorMatrix itemFactors)
    {
        ArgumentNullException.ThrowIfNull(userFactors);
        ArgumentNullException.ThrowIfNull(itemFactors);
        UserFactors = userFactors;
        ItemFactors = itemFactors;
    }

    /// <summary>Δ_P, users × factors.</summary>
    public FactorMatrix UserFactors { get; }

    /// <summary>Δ_Q, items × factors.</summary>
    public FactorMatrix ItemFactors { get; }

    internal static Perturbation Zero(MatrixFactorization model) =>
        new(new FactorMatrix(model.UserCount, model.Factors), new FactorMatrix(model.ItemCount, model.Factors));

    internal Perturbation Copy() => new(UserFactors.Copy(), ItemFactors.Copy());
}
