using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Evaluation;

namespace AdvRec.Studies;

/// <summary>How much the fast gradient attack costs by its budget ε, next to random noise of the same size, over several seeds.</summary>
public sealed class EpsilonSweep
{
    private readonly IReadOnlyList<float> _epsilons;
    private readonly IReadOnlyList<Attacks[]> _runs;

    private EpsilonSweep(IReadOnlyList<float> epsilons, IReadOnlyList<Attacks[]> runs)
    {
        (_epsilons, _runs) = (epsilons, runs);
        var topK = runs[0][0].Clean.TopK;
        Points = [.. from measure in Measure.All
                     from drops in Attack(measure.Of).Zip(Noise(measure.Of))
                     select new SweepPoint(drops.First.Epsilon, measure.At(topK), drops.First.Drop, drops.Second.Drop)];
    }

    /// <summary>Every budget by every measure.</summary>
    public IReadOnlyList<SweepPoint> Points { get; }

    /// <summary>Trains a model per seed and attacks it with every budget.</summary>
    /// <param name="data">Data set.</param>
    /// <param name="epsilons">Budgets ε; each 0 or more.</param>
    /// <param name="options">How to train and evaluate; its <see cref="ExperimentOptions.Epsilon"/> is not used. The original's values if null.</param>
    /// <param name="seeds">How many, counted up from the options' one; at least 2, since one says nothing about spread.</param>
    /// <param name="onSeed">Called with how many seeds are done.</param>
    /// <param name="cancellation">Checked between seeds.</param>
    /// <exception cref="ArgumentException">No budget.</exception>
    /// <exception cref="NotFiniteNumberException">Training diverged.</exception>
    public static EpsilonSweep Run(
        LeaveOneOutDataset data, IReadOnlyList<float> epsilons, HandsOnOptions? options = null, int seeds = 10, Action<int>? onSeed = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(epsilons);
        if (epsilons.Count == 0)
            throw new ArgumentException("No budget to attack with; give at least one ε.", nameof(epsilons));
        Valid.AtLeast(2, seeds, nameof(seeds));
        var first = options ?? new();
        var evaluator = new LeaveOneOutEvaluator(data, first.TopK, first.Threads);
        return new([.. epsilons], Seeds.Run(seeds, RunSeed, first.Seed, onSeed, cancellation));

        Attacks[] RunSeed(ulong seed)
        {
            var trainer = HandsOn.Trainer(data, first with { Seed = seed });
            trainer.Train(first.Epochs, cancellation: cancellation);
            var model = trainer.Model;
            var clean = evaluator.Evaluate(model);
            var directions = RandomNoise.Directions(model, seed);
            return [.. epsilons.Select(epsilon => new Attacks(
                clean,
                evaluator.Evaluate(model + first.AttackWith(epsilon).Perturb(model, data, seed)),
                evaluator.Evaluate(model + new RandomNoise(epsilon).Perturb(directions))))];
        }
    }

    /// <summary>The drop under attack by budget: mean over seeds and 95 % interval, in per cent of the clean value.</summary>
    /// <param name="measure">Which measure, such as <c>m => m.Ndcg</c>.</param>
    public IReadOnlyList<(double Epsilon, Interval Drop)> Attack(Func<Metrics, double> measure) => Drops(run => run.Clean.DropTo(run.Attacked, measure));

    /// <summary>The drop under random noise of the same size.</summary>
    /// <inheritdoc cref="Attack"/>
    public IReadOnlyList<(double Epsilon, Interval Drop)> Noise(Func<Metrics, double> measure) => Drops(run => run.Clean.DropTo(run.Shaken, measure));

    private IReadOnlyList<(double Epsilon, Interval Drop)> Drops(Func<Attacks, double> drop) =>
        [.. _epsilons.Select((epsilon, at) => ((double)epsilon, Interval.Student([.. _runs.Select(run => drop(run[at]))])))];

    private sealed record Attacks(EvaluationResult Clean, EvaluationResult Attacked, EvaluationResult Shaken);
}
