using System.Runtime.CompilerServices;
using AdvRec.Attacks;
using AdvRec.Models;
using AdvRec.Numerics;

namespace AdvRec.Training;

/// <summary>
/// The gradient of the BPR loss over one mini-batch, summed over its triples. Only the rows that the batch touches are ever read or written.
/// </summary>
internal sealed class BatchGradient(MatrixFactorization model)
{
    private readonly TouchedRows _users = new(model.UserCount);
    private readonly TouchedRows _items = new(model.ItemCount);
    private MatrixFactorization? _perturbed;
    private float[] _x = [];

    public FactorMatrix UserGradients { get; } = new(model.UserCount, model.Factors);

    public FactorMatrix ItemGradients { get; } = new(model.ItemCount, model.Factors);

    /// <summary>Starts a batch. The gradient is zero: <see cref="Adagrad.Step"/> has cleared the rows of the batch before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Begin(ReadOnlySpan<Triple> batch)
    {
        _users.Clear();
        _items.Clear();
        foreach (var (user, positive, negative) in batch)
        {
            _users.Add(user);
            _items.Add(positive);
            _items.Add(negative);
        }
    }

    public ReadOnlySpan<int> TouchedUsers => _users.Rows;

    public ReadOnlySpan<int> TouchedItems => _items.Rows;

    /// <summary>g ← g + w·∇L(batch; P, Q)</summary>
    /// <returns>L(batch; P, Q), without the weight.</returns>
    public double Add(MatrixFactorization at, ReadOnlySpan<Triple> batch, float weight = 1)
    {
        if (_x.Length < batch.Length)
            _x = new float[batch.Length];
        var x = _x.AsSpan(0, batch.Length);
        Kernels.ScoreDifferences(at.UserFactors, at.ItemFactors, batch, x);
        var loss = Kernels.BprLoss(x);
        Kernels.AddGradients(at.UserFactors, at.ItemFactors, batch, x, weight, UserGradients, ItemGradients);
        return loss;
    }

    /// <summary>g ← g + w·∇L(batch; P + Δ_P, Q + Δ_Q), where Δ is constant</summary>
    /// <returns>L(batch; P + Δ_P, Q + Δ_Q), without the weight.</returns>
    public double Add(MatrixFactorization at, Perturbation delta, ReadOnlySpan<Triple> batch, float weight = 1)
    {
        _perturbed ??= new(new(model.UserCount, model.Factors), new(model.ItemCount, model.Factors));
        foreach (var user in TouchedUsers)
            Kernels.Add(at.UserFactors.PaddedRow(user), delta.UserFactors.PaddedRow(user), _perturbed.UserFactors.PaddedRow(user));
        foreach (var item in TouchedItems)
            Kernels.Add(at.ItemFactors.PaddedRow(item), delta.ItemFactors.PaddedRow(item), _perturbed.ItemFactors.PaddedRow(item));
        return Add(_perturbed, batch, weight);
    }

    /// <summary>Δ ← ε·g/‖g‖ for the rows of this batch; the others stay as they are.</summary>
    public void SetToFastGradient(Perturbation delta, float epsilon)
    {
        foreach (var user in TouchedUsers)
            Kernels.Normalize(UserGradients.PaddedRow(user), epsilon, delta.UserFactors.PaddedRow(user));
        foreach (var item in TouchedItems)
            Kernels.Normalize(ItemGradients.PaddedRow(item), epsilon, delta.ItemFactors.PaddedRow(item));
    }
}
