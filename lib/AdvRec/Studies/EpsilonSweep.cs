using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Evaluation;

namespace AdvRec.Studies;

/// <summary>How much the fast gradient attack costs by its budget ε, next to random noise of the same size, over several seeds.</summary>
public sealed class EpsilonSweep
{
    private readonly IReadOnlyList<float> _epsilons;
    private readonly IReadOnlyList<(AttackedEvaluation Attacked, AttackedEvaluation Shaken)[]> _runs;

    private EpsilonSweep(IReadOnlyList<float> epsilons, IReadOnlyList<(AttackedEvaluation Attacked, AttackedEvaluation Shaken)[]> runs)
    {
        (_epsilons, _runs) = (epsilons, runs);
        var topK = runs[0][0].Attacked.Clean.TopK;
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
    /// <param name="draws">Attacks, and noise, per model and budget, each drawn anew; their mean counts. At least 1.</param>
    /// <param name="onSeed">Called with how many seeds are done.</param>
    /// <param name="cancellation">Checked between seeds.</param>
    /// <exception cref="ArgumentException">No budget.</exception>
    /// <exception cref="NotFiniteNumberException">Training diverged.</exception>
    public static EpsilonSweep Run(
        LeaveOneOutDataset data, IReadOnlyList<float> epsilons, HandsOnOptions? options = null, int seeds = 10, int draws = 5, Action<int>? onSeed = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(epsilons);
        if (epsilons.Count == 0)
            throw new ArgumentException("No budget to attack with; give at least one ε.", nameof(epsilons));
        Valid.AtLeast(2, seeds, nameof(seeds));
        Valid.AtLeast(1, draws, nameof(draws));
        var first = options ?? new();
        var evaluator = new LeaveOneOutEvaluator(data, first.TopK, first.Threads);
        return new([.. epsilons], Seeds.Run(seeds, RunSeed, first.Seed, onSeed, cancellation));

        (AttackedEvaluation Attacked, AttackedEvaluation Shaken)[] RunSeed(ulong seed)
        {
            var trainer = HandsOn.Trainer(data, first with { Seed = seed });
            trainer.Train(first.Epochs, cancellation: cancellation);
            var model = trainer.Model;
            var directions = Enumerable.Range(0, draws).Select(draw => RandomNoise.Directions(model, seed, draw)).ToList();
            return [.. epsilons.Select(epsilon =>
            {
                var attacked = evaluator.Evaluate(model, first.AttackWith(epsilon), seed, draws);
                var shaken = directions.Select(drawn => evaluator.Evaluate(model + new RandomNoise(epsilon).Perturb(drawn)));
                return (attacked, new AttackedEvaluation(attacked.Clean, [.. shaken]));
            })];
        }
    }

    /// <summary>The drop under attack by budget: mean over seeds and 95 % interval, in per cent of the clean value.</summary>
    /// <param name="measure">Which measure, such as <c>m => m.Ndcg</c>.</param>
    public IReadOnlyList<BudgetDrop> Attack(Func<Metrics, double> measure) => Drops(run => measure(run.Attacked.Drop));

    /// <summary>The drop under random noise of the same size.</summary>
    /// <inheritdoc cref="Attack"/>
    public IReadOnlyList<BudgetDrop> Noise(Func<Metrics, double> measure) => Drops(run => measure(run.Shaken.Drop));

    /// <summary>Whether the attack costs more than noise of the same size, budget by budget, seeds paired; the verdicts are corrected by Holm across the budgets.</summary>
    /// <param name="measure">Which measure.</param>
    public IReadOnlyList<Finding> AttackAgainstNoise(Measure measure) => Finding.Holm(_epsilons.Select((epsilon, at) => Finding.Of(
        FormattableString.Invariant($"ε = {epsilon}: the attack costs more than noise"),
        measure.At(_runs[0][0].Attacked.Clean.TopK),
        [.. _runs.Select(run => run[at].Attacked.Drop[measure] - run[at].Shaken.Drop[measure])],
        " points",
        1)));

    private IReadOnlyList<BudgetDrop> Drops(Func<(AttackedEvaluation Attacked, AttackedEvaluation Shaken), double> drop) =>
        [.. _epsilons.Select((epsilon, at) => new BudgetDrop(epsilon, Interval.Student([.. _runs.Select(run => drop(run[at]))])))];
}
