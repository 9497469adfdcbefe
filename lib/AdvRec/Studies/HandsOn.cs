using System.Diagnostics;
using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Training;

namespace AdvRec.Studies;

/// <summary>The whole hands-on as one experiment: train, evaluate, attack, evaluate, defend, evaluate, attack again, evaluate.</summary>
public static class HandsOn
{
    /// <summary>Runs it once.</summary>
    /// <param name="data">Data set.</param>
    /// <param name="options">What to run; the original's values if null.</param>
    /// <param name="onEpoch">Called after each epoch.</param>
    /// <param name="cancellation">Checked between batches.</param>
    /// <exception cref="DatasetException">The data set does not fill one mini-batch of a recipe that drops what does not.</exception>
    /// <exception cref="NotFiniteNumberException">Training diverged.</exception>
    public static HandsOnResult Run(
        LeaveOneOutDataset data, HandsOnOptions? options = null, Action<EpochResult>? onEpoch = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        var o = options ?? new();
        return Defend(Attack(data, o, onEpoch, cancellation), o, onEpoch, cancellation);
    }

    /// <summary>The first half: train, evaluate, attack, evaluate.</summary>
    internal static AttackedModel Attack(LeaveOneOutDataset data, HandsOnOptions o, Action<EpochResult>? onEpoch, CancellationToken cancellation)
    {
        var trainer = Trainer(data, o);
        var evaluator = new LeaveOneOutEvaluator(data, o.TopK, o.Threads);
        // The attacks and the defence's steps follow each other: one memory serves them all, and the perturbation stays in it until the next.
        var memory = new AttackMemory(Perturbation.Zero(trainer.Model), o.Threads);
        double training = 0, attacking = 0, evaluating = 0;

        var epochs = Timed(ref training, () => trainer.Train(o.Epochs, onEpoch, cancellation));
        var trained = Timed(ref evaluating, () => evaluator.Evaluate(trainer.Model));

        var perturbation = Timed(ref attacking, () => memory.Perturb(o.AttackWith(o.Epsilon), trainer.Model, data, o.Seed, draw: 0));
        var attacked = Timed(ref evaluating, () => evaluator.Evaluate(new PerturbedModel(trainer.Model, perturbation)));

        return new(trainer, memory, evaluator, trained, attacked, epochs, new(training, attacking, 0, evaluating));
    }

    /// <summary>The second half: defend, evaluate, attack again, evaluate.</summary>
    /// <param name="start">The first half; its model is trained on, and its memory used.</param>
    /// <param name="o">What to run.</param>
    /// <param name="onEpoch">Called after each epoch.</param>
    /// <param name="cancellation">Checked between batches.</param>
    internal static HandsOnResult Defend(AttackedModel start, HandsOnOptions o, Action<EpochResult>? onEpoch, CancellationToken cancellation)
    {
        var (trainer, memory, evaluator) = (start.Trainer, start.Memory, start.Evaluator);
        var model = trainer.Model;
        var (training, attacking, defending, evaluating) = start.Times;

        // In the original the attack stays in the model until the first adversarial batch has replaced it.
        var defence = new AdversarialTrainer(trainer, o.Defence, memory);
        var epochs = Timed(ref defending, () => defence.Train(o.AdversarialEpochs, onEpoch, cancellation));
        var defended = Timed(ref evaluating, () => evaluator.Evaluate(model));

        var perturbation = Timed(ref attacking, () => memory.Perturb(o.AttackWith(o.Epsilon), model, trainer.Data, o.Seed, draw: 1));
        var defendedAttacked = Timed(ref evaluating, () => evaluator.Evaluate(new PerturbedModel(model, perturbation)));

        return new(o, start.Trained, start.Attacked, defended, defendedAttacked, [.. start.Epochs, .. epochs], model,
            new(training, attacking, defending, evaluating));
    }

    /// <summary>A fresh model and its trainer.</summary>
    internal static BprTrainer Trainer(LeaveOneOutDataset data, HandsOnOptions options)
    {
        if (options.DropsPartialBatch && data.TrainingPairCount < options.Training.BatchSize)
        {
            throw new DatasetException(
                $"{data.Name}: {data.TrainingPairCount} training pairs do not fill one mini-batch of {options.Training.BatchSize}, and the recipe {options.Recipe} trains on full ones only. "
                + $"Use another recipe, such as {AdversarialRecipe.Corrected}, or a larger data set.");
        }

        return new(data, MatrixFactorization.Create(data, options.Seed), options.Training with { DropPartialBatch = options.DropsPartialBatch });
    }

    private static T Timed<T>(ref double seconds, Func<T> stage)
    {
        var clock = Stopwatch.StartNew();
        var result = stage();
        seconds += clock.Elapsed.TotalSeconds;
        return result;
    }
}
