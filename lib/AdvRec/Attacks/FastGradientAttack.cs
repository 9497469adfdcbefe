using AdvRec.Data;
using AdvRec.Models;
using AdvRec.Objective;

namespace AdvRec.Attacks;

/// <summary>
/// The fast gradient attack on a model's factors: with g the gradient of the BPR loss over all training pairs, every row moves by
/// Δ = ε·g/‖g‖, the step of length ε that raises the loss most to first order. A row with zero gradient stays.
/// After Goodfellow et al. 2015 and He et al. 2018, equations 8 and 9, with the norm taken row by row.
/// </summary>
public sealed class FastGradientAttack : IAttack
{
    /// <param name="epsilon">Perturbation budget ε: the Euclidean norm of every perturbed row; 0 or more. With 0 nothing moves.</param>
    /// <param name="threads">Most threads to use; 0 for one per processor. The result does not depend on it.</param>
    /// <exception cref="ArgumentOutOfRangeException">ε is negative, NaN or infinite.</exception>
    public FastGradientAttack(float epsilon, int threads = 0)
    {
        Epsilon = Valid.AtLeast0(epsilon, nameof(epsilon));
        Threads = Valid.AtLeast(0, threads, nameof(threads));
    }

    /// <summary>Perturbation budget ε: the Euclidean norm of every perturbed row.</summary>
    public float Epsilon { get; }

    internal int Threads { get; }

    /// <inheritdoc/>
    public IAttack WithEpsilon(float epsilon) => new FastGradientAttack(epsilon, Threads);

    /// <summary>Attacks the whole training set, with one fresh negative per training pair.</summary>
    /// <inheritdoc/>
    public Perturbation Perturb(MatrixFactorization model, LeaveOneOutDataset data, ulong seed, int draw = 0)
    {
        Shapes.ThrowIfDifferent(model, data);
        var memory = new AttackMemory(Perturbation.Zero(model), Threads);
        Perturb(memory, model, data, seed, draw);
        return memory.Delta;
    }

    /// <summary>Attacks explicit triples.</summary>
    /// <param name="model">The model; it is not changed.</param>
    /// <param name="triples">The triples whose loss is to rise.</param>
    /// <exception cref="ArgumentOutOfRangeException">A triple names a user or an item that the model does not have.</exception>
    /// <exception cref="NotFiniteNumberException">The model's factors are NaN or infinite.</exception>
    public Perturbation Perturb(MatrixFactorization model, IReadOnlyList<Triple> triples)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(triples);
        var memory = new AttackMemory(Perturbation.Zero(model), Threads);
        FastGradient.ThrowIfNotFinite(memory.FastGradientStep(model, SortedTriples.Of(triples, model), Epsilon));
        return memory.Delta;
    }

    internal void Perturb(AttackMemory memory, MatrixFactorization model, LeaveOneOutDataset data, ulong seed, int draw) =>
        FastGradient.ThrowIfNotFinite(memory.FastGradientStep(model, SortedTriples.Drawn(data, new(seed, Purpose.AttackNegatives, step: draw)), Epsilon));
}
