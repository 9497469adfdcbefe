using AdvRec.Data;
using AdvRec.Models;
using AdvRec.Numerics;
using AdvRec.Training;

namespace AdvRec.Attacks;

/// <summary>
/// The fast gradient attack on a model's factors: with g the gradient of the BPR loss over all training pairs, every row moves by
/// Δ = ε·g/‖g‖, the step of length ε that raises the loss most to first order. A row with zero gradient stays.
/// After Goodfellow et al. 2015 and He et al. 2018, equations 8 and 9, with the norm taken row by row.
/// </summary>
public sealed class FastGradientAttack
{
    private readonly int _threads;

    /// <param name="epsilon">Perturbation budget ε: the Euclidean norm of every perturbed row; 0 or more. With 0 nothing moves.</param>
    /// <param name="threads">Most threads to use; 0 for one per processor. The result does not depend on it.</param>
    /// <exception cref="ArgumentOutOfRangeException">ε is negative, NaN or infinite.</exception>
    public FastGradientAttack(float epsilon, int threads = 0)
    {
        Epsilon = Valid.AtLeast0(epsilon, nameof(epsilon));
        _threads = Valid.AtLeast(0, threads, nameof(threads));
    }

    /// <summary>Perturbation budget ε.</summary>
    public float Epsilon { get; }

    /// <summary>Attacks the whole training set, with one fresh negative per training pair.</summary>
    /// <param name="model">The model; it is not changed.</param>
    /// <param name="data">Training pairs.</param>
    /// <param name="seed">Seed of the negatives: same seed, same bits.</param>
    /// <param name="draw">Number of the attack, for several with one seed.</param>
    /// <exception cref="ArgumentException">Model and data differ in users or items.</exception>
    /// <exception cref="NotFiniteNumberException">The model's factors are NaN or infinite.</exception>
    public Perturbation Perturb(MatrixFactorization model, LeaveOneOutDataset data, ulong seed, int draw = 0)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        Shapes.ThrowIfDifferent(model, data);
        return Perturb(new(model, _threads), model, data, seed, draw);
    }

    /// <summary>Attacks explicit triples.</summary>
    /// <param name="model">The model; it is not changed.</param>
    /// <param name="triples">The triples whose loss is to rise.</param>
    /// <exception cref="NotFiniteNumberException">The model's factors are NaN or infinite.</exception>
    public Perturbation Perturb(MatrixFactorization model, IReadOnlyList<Triple> triples)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(triples);
        var gradient = new FullGradient(model, _threads);
        return FastGradient(gradient, gradient.Compute(model, triples));
    }

    /// <summary>Attacks the whole training set in memory that is there already: the perturbation holds until the next attack.</summary>
    internal Perturbation Perturb(FullGradient gradient, MatrixFactorization model, LeaveOneOutDataset data, ulong seed, int draw) =>
        FastGradient(gradient, gradient.Compute(model, data, new(seed, Purpose.AttackNegatives, step: draw)));

    internal static void ThrowIfNotFinite(double loss)
    {
        if (!double.IsFinite(loss))
            throw new NotFiniteNumberException("The attack's loss is not a number: the model's factors are NaN or infinite. Train it with a smaller learning rate.");
    }

    private Perturbation FastGradient(FullGradient gradient, double loss)
    {
        ThrowIfNotFinite(loss);
        return gradient.ToFastGradient(Epsilon);
    }
}
