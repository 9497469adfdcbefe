namespace AdvRec.Models;

/// <summary>What is added to a model's factors, Δ_P and Δ_Q: a value of its own; <c>model + perturbation</c> is the perturbed model.</summary>
public sealed class Perturbation
{
    /// <param name="userFactors">Δ_P, users × factors.</param>
    /// <param name="itemFactors">Δ_Q, items × factors.</param>
    /// <exception cref="ArgumentException">The two have different numbers of factors.</exception>
    public Perturbation(FactorMatrix userFactors, FactorMatrix itemFactors)
    {
        Shapes.ThrowIfDifferent(userFactors, itemFactors);
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

    internal void SetTo(Perturbation other)
    {
        other.UserFactors.Values.CopyTo(UserFactors.Values);
        other.ItemFactors.Values.CopyTo(ItemFactors.Values);
    }

    internal void SetToZero()
    {
        UserFactors.Values.Clear();
        ItemFactors.Values.Clear();
    }
}
