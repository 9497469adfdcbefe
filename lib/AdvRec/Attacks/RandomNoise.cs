using AdvRec.Data;
using AdvRec.Models;
using MathNet.Numerics.Distributions;

namespace AdvRec.Attacks;

/// <summary>
/// The control of every attack: each row moves by a step of length ε in a random direction, every direction equally likely (Muller 1959).
/// </summary>
public sealed class RandomNoise : IAttack
{
    /// <param name="epsilon">Perturbation budget ε: the Euclidean norm of every perturbed row; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">ε is negative, NaN or infinite.</exception>
    public RandomNoise(float epsilon) => Epsilon = Valid.AtLeast0(epsilon, nameof(epsilon));

    /// <summary>Perturbation budget ε: the Euclidean norm of every perturbed row.</summary>
    public float Epsilon { get; }

    /// <inheritdoc/>
    public IAttack WithEpsilon(float epsilon) => new RandomNoise(epsilon);

    /// <summary>Draws a perturbation for every user and item; it knows nothing of the training pairs.</summary>
    /// <inheritdoc/>
    public Perturbation Perturb(MatrixFactorization model, LeaveOneOutDataset data, ulong seed, int draw = 0)
    {
        Shapes.ThrowIfDifferent(model, data);
        return Perturb(model, seed, draw);
    }

    /// <summary>Draws a perturbation for every user and item.</summary>
    /// <param name="model">Gives the shape; it is not changed.</param>
    /// <param name="seed">Same seed, same bits.</param>
    /// <param name="draw">Number of the draw, for several with one seed.</param>
    public Perturbation Perturb(MatrixFactorization model, ulong seed, int draw = 0)
    {
        ArgumentNullException.ThrowIfNull(model);
        return SetLengths(Directions(model, seed, draw));
    }

    /// <summary>The perturbation along directions that were drawn before; they stay as they are.</summary>
    internal Perturbation Perturb(Perturbation directions) => SetLengths(directions.Copy());

    /// <summary>A random direction for every user and item, not yet of any length.</summary>
    internal static Perturbation Directions(MatrixFactorization model, ulong seed, int draw = 0)
    {
        var directions = Perturbation.Zero(model);
        directions.UserFactors.Draw(new(seed, Purpose.Noise, epoch: draw, step: 0), Number);
        directions.ItemFactors.Draw(new(seed, Purpose.Noise, epoch: draw, step: 1), Number);
        return directions;

        static double Number(double uniform) => Normal.InvCDF(0, 1, Math.Max(double.Epsilon, uniform));
    }

    private Perturbation SetLengths(Perturbation directions)
    {
        FastGradient.Step(new(directions.UserFactors, directions.ItemFactors), Epsilon, directions, new(threads: 1));
        return directions;
    }
}
