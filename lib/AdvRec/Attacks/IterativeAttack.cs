using AdvRec.Data;
using AdvRec.Models;
using AdvRec.Numerics;
using AdvRec.Objective;

namespace AdvRec.Attacks;

/// <summary>
/// The fast gradient attack in many small steps, each along the gradient where the last one led: Δ ← Π(Δ + α·g/‖g‖), row by row, with g the gradient of the
/// BPR loss at P + Δ_P, Q + Δ_Q and Π the projection onto the budget. The basic iterative method (Kurakin, Goodfellow and Bengio 2017) and,
/// with a random start, projected gradient descent (Madry et al. 2018, section 2.1), on embeddings as in Anelli, Bellogín et al. 2021.
/// </summary>
public sealed class IterativeAttack : IAttack
{
    /// <param name="options">Defaults if null.</param>
    public IterativeAttack(IterativeAttackOptions? options = null) => Options = options ?? new();

    /// <summary>How it walks.</summary>
    public IterativeAttackOptions Options { get; }

    /// <summary>Perturbation budget ε; the options say what it bounds.</summary>
    public float Epsilon => Options.Epsilon;

    /// <inheritdoc/>
    public IAttack WithEpsilon(float epsilon) => new IterativeAttack(Options with { Epsilon = epsilon });

    /// <summary>Attacks the whole training set; every step draws one fresh negative per training pair.</summary>
    /// <inheritdoc/>
    public Perturbation Perturb(MatrixFactorization model, LeaveOneOutDataset data, ulong seed, int draw = 0)
    {
        Shapes.ThrowIfDifferent(model, data);
        var gradient = new FullGradient(model, new(Options.Threads));
        var (g, perturbed) = (Gradient.Zero(model), model.Copy());
        if (Options.Restarts == 1)
            return Walk(draw);

        var walks = Enumerable.Range(0, Options.Restarts).Select(restart => Walk(draw * Options.Restarts + restart));
        return walks.MaxBy(delta => LossAt(delta, draw, Options.Steps))!;

        Perturbation Walk(int draw)
        {
            var delta = Options.RandomStart ? RandomStart.In(Options.Budget, Options.Epsilon, model, seed, draw) : Perturbation.Zero(model);
            for (var step = 0; step < Options.Steps; step++)
            {
                LossAt(delta, draw, step);
                Move(delta.UserFactors, g.Users);
                Move(delta.ItemFactors, g.Items);
            }

            return delta;
        }

        // L at P + Δ_P, Q + Δ_Q; g is then its gradient there.
        double LossAt(Perturbation delta, int draw, int step)
        {
            new PerturbedModel(model, delta).CopyTo(perturbed);
            // Negative epochs are this attack's own; step 0 draws what the fast gradient attack draws.
            var loss = gradient.Compute(perturbed, SortedTriples.Drawn(data, new(seed, Purpose.AttackNegatives, epoch: -step, step: draw)), g);
            FastGradient.ThrowIfNotFinite(loss);
            return loss;
        }
    }

    /// <summary>Δ ← Π(Δ + α·g/‖g‖) for every row</summary>
    private void Move(FactorMatrix delta, FactorMatrix gradient)
    {
        for (var row = 0; row < delta.Rows; row++)
        {
            var step = gradient.PaddedRow(row);
            var moved = delta.PaddedRow(row);
            FastGradient.Step(step, Options.StepSize ?? Options.Epsilon / 4, step);
            Vectors.Add(moved, step, moved);
            Projection.Onto(Options.Budget, Options.Epsilon, moved);
        }
    }
}
