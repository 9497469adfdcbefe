using AdvRec.Data;
using AdvRec.Models;
using AdvRec.Numerics;
using AdvRec.Objective;

namespace AdvRec.Attacks;

/// <summary>Memory for attacks that follow each other on one model, such as those of adversarial training: the perturbation in it holds until the next attack.</summary>
internal sealed class AttackMemory
{
    private readonly Workers _workers;
    private readonly Gradient _gradient;
    private FullGradient? _fullGradient;

    /// <param name="delta">Δ: the perturbation that an attack before left.</param>
    /// <param name="threads">Most threads to use; 0 for one per processor.</param>
    public AttackMemory(Perturbation delta, int threads)
    {
        Delta = delta;
        _workers = new(threads);
        // In the same matrices: Δ takes the place of g row by row, and the model's size is needed once.
        _gradient = new(delta.UserFactors, delta.ItemFactors);
    }

    public Perturbation Delta { get; }

    /// <summary>Any attack's perturbation, in this memory.</summary>
    public Perturbation Perturb(IAttack attack, MatrixFactorization model, LeaveOneOutDataset data, ulong seed, int draw)
    {
        if (attack is FastGradientAttack fast)
            fast.Perturb(this, model, data, seed, draw);
        else
            Delta.SetTo(attack.Perturb(model, data, seed, draw));
        return Delta;
    }

    /// <summary>Δ ← ε·g/‖g‖</summary>
    /// <returns>The loss at the model.</returns>
    public double FastGradientStep(MatrixFactorization model, SortedTriples triples, float epsilon)
    {
        _fullGradient ??= new(model, _workers);
        var loss = _fullGradient.Compute(model, triples, _gradient);
        FastGradient.Step(_gradient, epsilon, Delta, _workers);
        return loss;
    }
}
