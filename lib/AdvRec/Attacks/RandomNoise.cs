using AdvRec.Models;
using AdvRec.Numerics;
using MathNet.Numerics.Distributions;

namespace AdvRec.Attacks;

/// <summary>
/// The control of every attack: each row moves by a step of length ε in a random direction, every direction equally likely (Muller 1959).
/// </summary>
public sealed class RandomNoise
{
    /// <param name="epsilon">Perturbation budget ε: the Euclidean norm of every perturbed row; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">ε is negative, NaN or infinite.</exception>
    public RandomNoise(float epsilon) => Epsilon = Valid.AtLeast0(epsilon, nameof(epsilon));

    /// <summary>Perturbation budget ε.</summary>
    public float Epsilon { get; }

    /// <summary>Draws a perturbation for every user and item.</summary>
    /// <param name="model">Gives the shape; it is not changed.</param>
    /// <param name="seed">Same seed, same bits.</param>
    public Perturbation Perturb(MatrixFactorization model, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(model);
        var noise = Perturbation.Zero(model);
        Fill(noise.UserFactors, new(seed, Purpose.Noise, step: 0));
        Fill(noise.ItemFactors, new(seed, Purpose.Noise, step: 1));
        return noise;
    }

    private void Fill(FactorMatrix matrix, CounterRandom random)
    {
        for (var row = 0; row < matrix.Rows; row++)
        {
            var target = matrix[row];
            for (var k = 0; k < target.Length; k++)
                target[k] = (float)Normal.InvCDF(0, 1, Math.Max(double.Epsilon, random.Real((long)row * target.Length + k)));
            Kernels.Normalize(matrix.PaddedRow(row), Epsilon, matrix.PaddedRow(row));
        }
    }
}
