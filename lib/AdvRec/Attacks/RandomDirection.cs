using AdvRec.Numerics;
using MathNet.Numerics.Distributions;

namespace AdvRec.Attacks;

/// <summary>Rows of a given length in a random direction, a function of the row's number.</summary>
internal static class RandomDirection
{
    /// <summary>Independent normal numbers, not yet of any length: every direction is equally likely (Muller 1959).</summary>
    public static void Fill(Span<float> target, CounterRandom random, int row)
    {
        for (var k = 0; k < target.Length; k++)
            target[k] = (float)Normal.InvCDF(0, 1, Math.Max(double.Epsilon, random.Real((long)row * target.Length + k)));
    }

    /// <summary>Sums of four uniform numbers each: nearly normal, so that the direction is nearly uniform, at a small part of the time of normal ones.</summary>
    public static void FillNearly(Span<float> target, CounterRandom random, int row) => random.SumsOfParts((long)row * target.Length, target);
}
