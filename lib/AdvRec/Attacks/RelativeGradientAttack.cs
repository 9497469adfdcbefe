using AdvRec.Data;
using AdvRec.Models;
using AdvRec.Numerics;

namespace AdvRec.Attacks;

/// <summary>
/// The fast gradient attack with a budget of its own for every row: a row w moves by r·‖w‖ along its gradient, Δ = r·‖w‖·g/‖g‖. Long rows move far and short ones little,
/// so that no model looks robust for the length of its rows; the direction still depends on that length.
/// </summary>
public sealed class RelativeGradientAttack : IAttack
{
    private readonly FastGradientAttack _direction;

    /// <param name="epsilon">Budget r: a step's share of its row's length; 0 or more.</param>
    /// <param name="threads">Most threads to use; 0 for one per processor. The result does not depend on it.</param>
    /// <exception cref="ArgumentOutOfRangeException">r is negative, NaN or infinite.</exception>
    public RelativeGradientAttack(float epsilon, int threads = 0) => _direction = new(epsilon, threads);

    /// <summary>Budget r: a step's share of its row's length.</summary>
    public float Epsilon => _direction.Epsilon;

    /// <inheritdoc/>
    public IAttack WithEpsilon(float epsilon) => new RelativeGradientAttack(epsilon, _direction.Threads);

    /// <inheritdoc/>
    public Perturbation Perturb(MatrixFactorization model, LeaveOneOutDataset data, ulong seed, int draw = 0)
    {
        var delta = _direction.Perturb(model, data, seed, draw);
        Stretch(delta.UserFactors, model.UserFactors);
        Stretch(delta.ItemFactors, model.ItemFactors);
        return delta;
    }

    /// <summary>Δ ← ‖w‖·Δ for every row</summary>
    private static void Stretch(FactorMatrix delta, FactorMatrix rows)
    {
        foreach (var (row, length) in rows.RowNorms().Index())
            Vectors.Scale(delta.PaddedRow(row), (float)length, delta.PaddedRow(row));
    }
}
