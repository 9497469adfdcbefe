using AdvRec.Models;

namespace AdvRec.Objective;

/// <summary>The gradient of the loss with respect to every factor of a model.</summary>
/// <param name="Users">∂L/∂P, users × factors.</param>
/// <param name="Items">∂L/∂Q, items × factors.</param>
internal sealed record Gradient(FactorMatrix Users, FactorMatrix Items)
{
    public static Gradient Zero(MatrixFactorization model) => new(new(model.UserCount, model.Factors), new(model.ItemCount, model.Factors));

    public void SetToZero()
    {
        Users.Values.Clear();
        Items.Values.Clear();
    }
}
