using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Training;

namespace AdvRec.Studies;

/// <summary>
/// What may be concluded from the hands-on: the same runs over several seeds, each next to its controls and under several draws of the attack, and the differences with their intervals.
/// </summary>
public sealed class DefenceStudy
{
    private const string Costs = "The attack costs less than", Ranks = "The ranking is better than";

    private readonly int _topK;

    private DefenceStudy(IReadOnlyList<DefenceOutcome> outcomes, int topK)
    {
        Outcomes = outcomes;
        _topK = topK;
        Findings = Finding.Holm(
        [
            .. Drops("The attack costs more than random noise of the same size", seed => seed.Before, seed => seed.Noise),
            .. Drops($"{Costs} before the defence", seed => seed.Before, seed => seed.Defended),
            .. Drops($"{Costs} with plain epochs instead", seed => seed.WithPlainEpochs, seed => seed.Defended),
            .. Drops($"{Costs} with plain epochs and rows as long", seed => seed.WithRowsAsLong, seed => seed.Defended),
            .. Drops($"{Costs} with the loss counted twice (ε = 0)", seed => seed.WithLossTwice, seed => seed.Defended),
            .. Accuracy($"{Ranks} before the defence", seed => seed.Before),
            .. Accuracy($"{Ranks} with plain epochs instead", seed => seed.WithPlainEpochs),
            .. Accuracy($"{Ranks} with the loss counted twice (ε = 0)", seed => seed.WithLossTwice),
        ]);
    }

    /// <summary>One outcome per seed.</summary>
    public IReadOnlyList<DefenceOutcome> Outcomes { get; }

    /// <summary>Every question below by every measure; the verdicts are corrected by Holm across all of them, the intervals are not.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Runs the hands-on and its controls for some seeds, counted up from the options' one.</summary>
    /// <param name="data">Data set.</param>
    /// <param name="options">What to run; the original's values if null.</param>
    /// <param name="seeds">How many; at least 2, since one says nothing about spread.</param>
    /// <param name="draws">Attacks per model, each with negatives of its own; their mean counts. At least 1.</param>
    /// <param name="onSeed">Called with how many seeds are done.</param>
    /// <param name="cancellation">Checked between batches.</param>
    /// <exception cref="NotFiniteNumberException">Training diverged.</exception>
    public static DefenceStudy Run(
        LeaveOneOutDataset data, HandsOnOptions? options = null, int seeds = 10, int draws = 5, Action<int>? onSeed = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        Valid.AtLeast(2, seeds, nameof(seeds));
        Valid.AtLeast(1, draws, nameof(draws));
        var first = options ?? new();
        return new(Seeds.Run(seeds, seed => RunSeed(data, first with { Seed = seed }, draws, cancellation), first.Seed, onSeed, cancellation), first.TopK);
    }

    /// <summary>Whether the attack costs more than random noise of the same size, in points of relative drop.</summary>
    public IReadOnlyList<Finding> AttackAgainstNoise() => Asking("The attack costs more than random noise of the same size");

    /// <summary>Whether the defended model loses less to the attack than before its defence.</summary>
    public IReadOnlyList<Finding> DefenceAgainstBefore() => Asking($"{Costs} before the defence");

    /// <summary>Whether the defended model loses less to the attack than the control with as many plain epochs.</summary>
    public IReadOnlyList<Finding> DefenceAgainstControl() => Asking($"{Costs} with plain epochs instead");

    /// <summary>Whether the defended model loses less than the control whose factors are as long: ε is an absolute length, and longer factors feel it less.</summary>
    public IReadOnlyList<Finding> DefenceAgainstRescaledControl() => Asking($"{Costs} with plain epochs and rows as long");

    /// <summary>Whether the defended model loses less than one trained on the same loss without a perturbation.</summary>
    public IReadOnlyList<Finding> DefenceAgainstLossTwice() => Asking($"{Costs} with the loss counted twice (ε = 0)");

    /// <summary>Whether the defended model ranks better, without attack, than before its defence.</summary>
    public IReadOnlyList<Finding> AccuracyAgainstBefore() => Asking($"{Ranks} before the defence");

    /// <summary>Whether the defended model ranks better, without attack, than the control with as many plain epochs.</summary>
    public IReadOnlyList<Finding> AccuracyAgainstControl() => Asking($"{Ranks} with plain epochs instead");

    /// <summary>Whether the defended model ranks better, without attack, than one trained on the same loss without a perturbation: an adversarial epoch takes larger steps whatever Δ is.</summary>
    public IReadOnlyList<Finding> AccuracyAgainstLossTwice() => Asking($"{Ranks} with the loss counted twice (ε = 0)");

    /// <summary>Seed by seed, user by user: how much less the attack takes (clean minus attacked, mean over the draws) from the defended model than from the control.</summary>
    /// <param name="measure">Which measure, such as <c>m => m.Ndcg</c>.</param>
    public IReadOnlyList<PairedComparison> UserByUser(Func<Metrics, double> measure) =>
        [.. Outcomes.Select(seed => PairedComparison.Of([.. seed.WithPlainEpochs.Losses(measure).Zip(seed.Defended.Losses(measure), (control, defended) => control - defended)]))];

    private static DefenceOutcome RunSeed(LeaveOneOutDataset data, HandsOnOptions options, int draws, CancellationToken cancellation)
    {
        var start = HandsOn.Attack(data, options, onEpoch: null, cancellation);
        var before = Attacked(start.Trainer.Model, options.AttackWith(options.Epsilon));
        var noise = Attacked(start.Trainer.Model, new RandomNoise(options.Epsilon));

        // The copies are made before the defence goes on training, the control run after it: until then the attack lies in the memory that they share.
        var startOfControl = start with { Trainer = start.Trainer.Copy() };
        var lossTwice = start.Trainer.Copy();
        var defence = HandsOn.Defend(start, options, onEpoch: null, cancellation);
        var control = HandsOn.Defend(startOfControl, options with { Recipe = AdversarialRecipe.Plain, DropPartialBatch = options.DropsPartialBatch }, onEpoch: null, cancellation);
        new AdversarialTrainer(lossTwice, options.Defence with { Recipe = AdversarialRecipe.Apr, Epsilon = 0 }).Train(options.AdversarialEpochs, cancellation: cancellation);

        return new(defence, control, before, noise, Attacked(defence.Model), Attacked(control.Model), Attacked(control.Model.RescaleTo(defence.Model)), Attacked(lossTwice.Model));

        AttackedEvaluation Attacked(MatrixFactorization model, IAttack? attack = null) =>
            start.Evaluator.Evaluate(model, attack ?? options.AttackWith(options.Epsilon), options.Seed, draws);
    }

    private Finding[] Asking(string claim) => [.. Findings.Where(finding => finding.Claim == claim)];

    private IEnumerable<Finding> Drops(string claim, Func<DefenceOutcome, AttackedEvaluation> more, Func<DefenceOutcome, AttackedEvaluation> less) => Measure.All.Select(
        measure => Finding.Of(claim, measure.At(_topK), [.. Outcomes.Select(seed => more(seed).Drop[measure] - less(seed).Drop[measure])], " points", 1));

    private IEnumerable<Finding> Accuracy(string claim, Func<DefenceOutcome, AttackedEvaluation> control) => Measure.All.Select(
        measure => Finding.Of(claim, measure.At(_topK), [.. Outcomes.Select(seed => seed.Defended.Clean.Mean[measure] - control(seed).Clean.Mean[measure])]));
}
