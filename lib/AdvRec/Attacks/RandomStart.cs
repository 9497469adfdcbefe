using AdvRec.Models;
using AdvRec.Numerics;

namespace AdvRec.Attacks;

/// <summary>A random point inside a budget, where projected gradient descent starts (Madry et al. 2018, section 2.1): uniform in the ball or the box, row by row.</summary>
internal static class RandomStart
{
    public static Perturbation In(PerturbationBudget budget, float epsilon, MatrixFactorization model, ulong seed, int draw)
    {
        var start = Perturbation.Zero(model);
        Fill(start.UserFactors, step: 0);
        Fill(start.ItemFactors, step: 1);
        return start;

        void Fill(FactorMatrix rows, int step)
        {
            CounterRandom directions = new(seed, Purpose.Noise, draw, step), radii = new(seed, Purpose.StartRadii, draw, step);
            for (var row = 0; row < rows.Rows; row++)
            {
                if (budget == PerturbationBudget.Box)
                {
                    for (var k = 0; k < rows.Factors; k++)
                        rows[row][k] = (float)(epsilon * (2 * radii.Real((long)row * rows.Factors + k) - 1));
                    continue;
                }

                // A ball of radius r holds r^d of the unit ball's volume.
                var radius = epsilon * Math.Pow(radii.Real(row), 1.0 / rows.Factors);
                RandomDirection.Fill(rows[row], directions, row);
                FastGradient.Step(rows.PaddedRow(row), (float)radius, rows.PaddedRow(row));
            }
        }
    }
}
