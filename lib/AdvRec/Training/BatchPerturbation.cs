using AdvRec.Attacks;
using AdvRec.Models;
using AdvRec.Numerics;
using AdvRec.Objective;

namespace AdvRec.Training;

/// <summary>How a step of adversarial training finds Δ for its mini-batch, whose gradient at the clean factors is there.</summary>
internal delegate void BatchPerturbation(AdversarialBatch batch);

/// <summary>Where a step of adversarial training is.</summary>
/// <param name="Trainer">Has the model, the batch's gradient and the seed.</param>
/// <param name="Memory">Where Δ goes.</param>
/// <param name="Epsilon">Length of every row of Δ.</param>
/// <param name="Number">The batch's number in the epoch.</param>
/// <param name="Attacked">What an attack on the whole training set attacks.</param>
internal readonly record struct AdversarialBatch(BprTrainer Trainer, AttackMemory Memory, float Epsilon, int Number, SortedTriples Attacked);

internal static class BatchPerturbations
{
    /// <summary>Δ = ε·g/‖g‖ with g the gradient over the whole training set.</summary>
    public static void WholeSet(AdversarialBatch batch) => batch.Memory.FastGradientStep(batch.Trainer.Model, batch.Attacked, batch.Epsilon);

    /// <summary>Δ = ε·g/‖g‖ with g the mini-batch's own gradient, for its rows; the others stay as they are.</summary>
    public static void OwnGradient(AdversarialBatch batch)
    {
        Set(batch.Trainer.Gradient.Users, batch.Memory.Delta.UserFactors);
        Set(batch.Trainer.Gradient.Items, batch.Memory.Delta.ItemFactors);

        void Set(BatchRows rows, FactorMatrix delta)
        {
            for (var slot = 0; slot < rows.Rows.Length; slot++)
                FastGradient.Step(rows.Gradients.PaddedRow(slot), batch.Epsilon, delta.PaddedRow(rows.Rows[slot]));
        }
    }

    /// <summary>
    /// A random direction of length ε for the mini-batch's rows, a function of the row's number; the others stay as they are. Its numbers are sums of four uniform ones:
    /// nearly normal, so that the direction is nearly uniform, at a small part of the time of normal ones.
    /// </summary>
    public static void RandomDirection(AdversarialBatch batch)
    {
        var random = new CounterRandom(batch.Trainer.Options.Seed, Purpose.TrainingDirections, batch.Trainer.Epochs, batch.Number);
        Set(batch.Trainer.Gradient.Users, batch.Memory.Delta.UserFactors, firstRow: 0);
        Set(batch.Trainer.Gradient.Items, batch.Memory.Delta.ItemFactors, firstRow: batch.Trainer.Model.UserCount);

        void Set(BatchRows rows, FactorMatrix delta, long firstRow)
        {
            foreach (var row in rows.Rows)
            {
                random.SumsOfParts((firstRow + row) * delta.Factors, delta[row]);
                FastGradient.Step(delta.PaddedRow(row), batch.Epsilon, delta.PaddedRow(row));
            }
        }
    }
}
