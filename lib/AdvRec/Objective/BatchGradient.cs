using System.Runtime.CompilerServices;
using AdvRec.Models;

namespace AdvRec.Objective;

/// <summary>
/// The gradient of the BPR loss over one mini-batch, summed over its triples, for the rows that the batch touches.
/// </summary>
internal sealed class BatchGradient(MatrixFactorization model)
{
    private Triple[] _slots = [];
    private float[] _x = [];
    private int _count;

    public BatchRows Users { get; } = new(model.UserFactors);

    public BatchRows Items { get; } = new(model.ItemFactors);

    /// <summary>The batch's triples, as rows of the small matrices.</summary>
    private ReadOnlySpan<Triple> Slots => _slots.AsSpan(0, _count);

    /// <summary>Starts a batch. The gradient is zero: the optimiser has cleared the rows of the batch before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Begin(ReadOnlySpan<Triple> batch)
    {
        if (_slots.Length < batch.Length)
            (_slots, _x) = (new Triple[batch.Length], new float[batch.Length]);
        _count = batch.Length;
        Users.Start(batch.Length);
        Items.Start(2 * batch.Length);
        for (var t = 0; t < batch.Length; t++)
        {
            var (user, positive, negative) = batch[t];
            _slots[t] = new(Users.Add(user), Items.Add(positive), Items.Add(negative));
        }
    }

    /// <summary>g ← g + ∇L(batch; P, Q)</summary>
    /// <param name="batch">The batch begun.</param>
    /// <returns>L(batch; P, Q)</returns>
    public double Add(ReadOnlySpan<Triple> batch) => Add(model.UserFactors, model.ItemFactors, batch, weight: 1);

    /// <summary>g ← g + w·∇L(batch; P + Δ_P, Q + Δ_Q), where Δ is constant</summary>
    /// <returns>L(batch; P + Δ_P, Q + Δ_Q), without the weight.</returns>
    public double Add(Perturbation delta, float weight = 1)
    {
        Users.Perturb(delta.UserFactors);
        Items.Perturb(delta.ItemFactors);
        return Add(Users.Perturbed, Items.Perturbed, Slots, weight);
    }

    /// <summary>g ← g + ∇ρ·mean(p_u² + q_i² + q_j²) over the batch's b × d entries, at the clean factors: 2ρ/(b·d)·w for every occurrence of a row w.</summary>
    public void AddPenalty(float weight)
    {
        if (weight == 0)
            return;
        var perOccurrence = 2 * weight / (_count * (float)model.Factors);
        foreach (var (user, positive, negative) in Slots)
        {
            Users.AddFactors(user, perOccurrence);
            Items.AddFactors(positive, perOccurrence);
            Items.AddFactors(negative, perOccurrence);
        }
    }

    private double Add(FactorMatrix p, FactorMatrix q, ReadOnlySpan<Triple> triples, float weight)
    {
        var x = _x.AsSpan(0, _count);
        BprLoss.ScoreDifferences(p.Span, q.Span, triples, x);
        var loss = BprLoss.ToDerivatives(x);
        BprLoss.AddGradients(p.Span, q.Span, triples, x, weight, Slots, Users.Gradients.Span, Items.Gradients.Span);
        return loss;
    }
}
