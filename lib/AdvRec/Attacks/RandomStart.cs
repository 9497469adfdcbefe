using AdvRec.Models;
using AdvRec.Numerics;

namespace AdvRec.Attacks;

/// <summary>A random point inside a budget, where projected gradient descent starts (Madry et al. 2018, section 2.1): uniform in the ball or the box, row by row.</summary>
internal static class RandomStart
{
    public static Perturbation In(PerturbationBudget budget, float epsilon, MatrixFactorization model, ulong seed, int draw)
    {
        var start = budget == PerturbationBudget.Ball ? RandomNoise.Directions(model, seed, draw) : Perturbation.Zero(model);
        Place(start.UserFactors, new(seed, Purpose.StartRadii, draw, step: 0));
        Place(start.ItemFactors, new(seed, Purpose.StartRadii, draw, step: 1));
        return start;

        void Place(FactorMatrix rows, CounterRandom random)
        {
            if (budget == PerturbationBudget.Box)
            {
                rows.Draw(random, uniform => epsilon * (2 * uniform - 1));
                return;
            }

            for (var row = 0; row < rows.Rows; row++)
            {
                // A ball of radius r holds r^d of the unit ball's volume.
                var radius = epsilon * Math.Pow(random.Real(row), 1.0 / rows.Factors);
                FastGradient.Step(rows.PaddedRow(row), (float)radius, rows.PaddedRow(row));
            }
        }
    }
}
