using AdvRec.Data;
using AdvRec.Models;

namespace AdvRec.Attacks;

/// <summary>An attack on a model's factors: finds a perturbation within a budget. Every study and sweep takes any.</summary>
public interface IAttack
{
    /// <summary>Perturbation budget ε, in the factors' own unit; 0 or more.</summary>
    float Epsilon { get; }

    /// <summary>The same attack with another budget.</summary>
    /// <param name="epsilon">Perturbation budget ε; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">ε is negative, NaN or infinite.</exception>
    IAttack WithEpsilon(float epsilon);

    /// <summary>Finds a perturbation.</summary>
    /// <param name="model">The model; it is not changed.</param>
    /// <param name="data">What the attacker knows: the training pairs.</param>
    /// <param name="seed">Seed of every draw: same seed, same bits.</param>
    /// <param name="draw">Number of the attack, for several with one seed.</param>
    /// <exception cref="ArgumentException">Model and data differ in users or items.</exception>
    /// <exception cref="NotFiniteNumberException">The model's factors are NaN or infinite.</exception>
    Perturbation Perturb(MatrixFactorization model, LeaveOneOutDataset data, ulong seed, int draw = 0);
}
