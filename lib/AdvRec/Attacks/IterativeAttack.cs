using AdvRec.Data;
using AdvRec.Models;
using AdvRec.Numerics;
using AdvRec.Training;

namespace AdvRec.Attacks;

/// <summary>
/// The fast gradient attack in many small steps, each along the gradient where the last one led: Δ ← Π(Δ + α·g/‖g‖), row by row, with g the gradient of the
/// BPR loss at P + Δ_P, Q + Δ_Q and Π the projection onto the budget. The basic iterative method (Kurakin, Goodfellow and Bengio 2017) and,
/// with a random start, projected gradient descent (Madry et al. 2018, section 2.1), on embeddings as in Anelli, Bellogín et al. 2021.
/// </summary>
public sealed class IterativeAttack
{
    /// <param name="options">Defaults if null.</param>
    public IterativeAttack(IterativeAttackOptions? options = null) => Options = options ?? new();

    /// <summary>How it walks.</summary>
    public IterativeAttackOptions Options { get; }

    /// <summary>Attacks the whole training set; every step draws one fresh negative per training pair.</summary>
    /// <param name="model">The model; it is not changed.</param>
    /// <param name="data">Training pairs.</param>
    /// <param name="seed">Seed of the negatives and of the random start: same seed, same bits.</param>
    /// <param name="draw">Number of the attack, for several with one seed.</param>
    /// <exception cref="ArgumentException">Model and data differ in users or items.</exception>
    /// <exception cref="NotFiniteNumberException">The model's factors are NaN or infinite.</exception>
    public Perturbation Perturb(MatrixFactorization model, LeaveOneOutDataset data, ulong seed, int draw = 0)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        Shapes.ThrowIfDifferent(model, data);
        var gradient = new FullGradient(model, Options.Threads);
        var perturbed = model.Copy();
        if (Options.Restarts == 1)
            return Walk(model, data, seed, draw, gradient, perturbed);

        var walks = Enumerable.Range(0, Options.Restarts).Select(restart => Walk(model, data, seed, draw * Options.Restarts + restart, gradient, perturbed));
        return walks.MaxBy(Loss)!;

        double Loss(Perturbation delta)
        {
            perturbed.SetToSum(model, delta);
            var loss = gradient.Compute(perturbed, data, new CounterRandom(seed, Purpose.AttackNegatives, epoch: -Options.Steps, step: draw));
            FastGradientAttack.ThrowIfNotFinite(loss);
            return loss;
        }
    }

    private Perturbation Walk(MatrixFactorization model, LeaveOneOutDataset data, ulong seed, int draw, FullGradient gradient, MatrixFactorization perturbed)
    {
        var delta = Options.RandomStart ? RandomStart.In(Options.Budget, Options.Epsilon, model, seed, draw) : Perturbation.Zero(model);
        for (var step = 0; step < Options.Steps; step++)
        {
            perturbed.SetToSum(model, delta);
            // Negative epochs are this attack's own; step 0 draws what the fast gradient attack draws.
            FastGradientAttack.ThrowIfNotFinite(gradient.Compute(perturbed, data, new CounterRandom(seed, Purpose.AttackNegatives, epoch: -step, step: draw)));
            Move(delta.UserFactors, gradient.UserGradients);
            Move(delta.ItemFactors, gradient.ItemGradients);
        }

        return delta;
    }

    /// <summary>Δ ← Π(Δ + α·g/‖g‖) for every row</summary>
    private void Move(FactorMatrix delta, FactorMatrix gradient)
    {
        for (var row = 0; row < delta.Rows; row++)
        {
            var step = gradient.PaddedRow(row);
            var moved = delta.PaddedRow(row);
            Kernels.Normalize(step, Options.StepSize ?? Options.Epsilon / 4, step);
            Kernels.Add(moved, step, moved);
            if (Options.Budget == PerturbationBudget.Box)
                Kernels.Clamp(moved, -Options.Epsilon, Options.Epsilon, moved);
            else if (MathF.Sqrt(Kernels.SumOfSquares(moved)) > Options.Epsilon)
                Kernels.Normalize(moved, Options.Epsilon, moved);
        }
    }
}
