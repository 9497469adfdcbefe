using AdvRec.Attacks;
using AdvRec.Models;
using AdvRec.Numerics;
using AdvRec.Objective;

namespace AdvRec.Training;

/// <summary>How a step of adversarial training finds Δ for its mini-batch, whose gradient at the clean factors is there.</summary>
internal abstract class BatchPerturbation
{
    public abstract void Set(AdversarialBatch batch);
}

/// <summary>Where a step of adversarial training is.</summary>
/// <param name="Trainer">Has the model, the batch's gradient, data and seed.</param>
/// <param name="Memory">Where Δ goes.</param>
/// <param name="Epsilon">Length of every row of Δ.</param>
/// <param name="Number">The batch's number in the epoch.</param>
/// <param name="Triples">What an attack on the whole training set attacks; all training pairs with fresh negatives if null.</param>
internal readonly record struct AdversarialBatch(BprTrainer Trainer, AttackMemory Memory, float Epsilon, int Number, IReadOnlyList<Triple>? Triples);

/// <summary>Δ = ε·g/‖g‖ with g the gradient over the whole training set.</summary>
internal sealed class WholeSetPerturbation : BatchPerturbation
{
    public override void Set(AdversarialBatch batch)
    {
        var trainer = batch.Trainer;
        if (batch.Triples is { } triples)
            batch.Memory.FastGradientStep(trainer.Model, triples, batch.Epsilon);
        else
            batch.Memory.FastGradientStep(trainer.Model, trainer.Data, new(trainer.Options.Seed, Purpose.AttackNegatives, trainer.Epochs, batch.Number), batch.Epsilon);
    }
}

/// <summary>Δ = ε·g/‖g‖ with g the mini-batch's own gradient, for its rows; the others stay as they are.</summary>
internal sealed class OwnGradientPerturbation : BatchPerturbation
{
    public override void Set(AdversarialBatch batch)
    {
        Set(batch.Trainer.Gradient.Users, batch.Epsilon, batch.Memory.Delta.UserFactors);
        Set(batch.Trainer.Gradient.Items, batch.Epsilon, batch.Memory.Delta.ItemFactors);
    }

    private static void Set(BatchRows batch, float epsilon, FactorMatrix delta)
    {
        for (var slot = 0; slot < batch.Rows.Length; slot++)
            FastGradient.Step(batch.Gradients.PaddedRow(slot), epsilon, delta.PaddedRow(batch.Rows[slot]));
    }
}

/// <summary>A random direction of length ε for the mini-batch's rows, a function of the row's number; the others stay as they are.</summary>
internal sealed class RandomPerturbation : BatchPerturbation
{
    public override void Set(AdversarialBatch batch)
    {
        var trainer = batch.Trainer;
        var random = new CounterRandom(trainer.Options.Seed, Purpose.TrainingDirections, trainer.Epochs, batch.Number);
        Set(trainer.Gradient.Users, batch.Epsilon, batch.Memory.Delta.UserFactors, random, firstRow: 0);
        Set(trainer.Gradient.Items, batch.Epsilon, batch.Memory.Delta.ItemFactors, random, firstRow: trainer.Model.UserCount);
    }

    private static void Set(BatchRows batch, float epsilon, FactorMatrix delta, CounterRandom random, int firstRow)
    {
        foreach (var row in batch.Rows)
        {
            RandomDirection.FillNearly(delta[row], random, firstRow + row);
            FastGradient.Step(delta.PaddedRow(row), epsilon, delta.PaddedRow(row));
        }
    }
}
