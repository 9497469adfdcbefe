using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Training;

namespace AdvRec.Studies;

/// <summary>
/// What may be concluded from the hands-on: the same runs over several seeds, each next to its controls, and the differences with their intervals.
/// </summary>
public sealed class DefenceStudy
{
    private readonly int _topK;

    private DefenceStudy(IReadOnlyList<DefenceOutcome> outcomes, int topK)
    {
        Outcomes = outcomes;
        _topK = topK;
    }

    /// <summary>One outcome per seed.</summary>
    public IReadOnlyList<DefenceOutcome> Outcomes { get; }

    /// <summary>Runs the hands-on and its controls for some seeds, counted up from the options' one.</summary>
    /// <param name="data">Data set.</param>
    /// <param name="options">What to run; the original's values if null.</param>
    /// <param name="seeds">How many; at least 2, since one says nothing about spread.</param>
    /// <param name="onSeed">Called with how many seeds are done.</param>
    /// <param name="cancellation">Checked between batches.</param>
    /// <exception cref="NotFiniteNumberException">Training diverged.</exception>
    public static DefenceStudy Run(
        LeaveOneOutDataset data, HandsOnOptions? options = null, int seeds = 10, Action<int>? onSeed = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        Valid.AtLeast(2, seeds, nameof(seeds));
        var first = options ?? new();
        return new(Seeds.Run(seeds, seed => RunSeed(data, first with { Seed = seed }, cancellation), first.Seed, onSeed, cancellation), first.TopK);
    }

    /// <summary>Whether the attack costs more than random noise of the same size, in points of relative drop.</summary>
    public IReadOnlyList<Finding> AttackAgainstNoise() => Compare(
        "The attack costs more than random noise of the same size", inPoints: true,
        measure => outcome => outcome.Defence.Trained.DropTo(outcome.Defence.Attacked, measure) - outcome.Defence.Trained.DropTo(outcome.Noise, measure));

    /// <summary>Whether the defended model loses less to the attack than before its defence.</summary>
    public IReadOnlyList<Finding> DefenceAgainstBefore() => Compare(
        "The attack costs less than before the defence", inPoints: true,
        measure => outcome => outcome.Defence.Trained.DropTo(outcome.Defence.Attacked, measure) - outcome.Defence.Defended.DropTo(outcome.Defence.DefendedAttacked, measure));

    /// <summary>Whether the defended model loses less to the attack than the control with as many plain epochs.</summary>
    public IReadOnlyList<Finding> DefenceAgainstControl() => Compare(
        "The attack costs less than with plain epochs instead", inPoints: true,
        measure => outcome => outcome.Control.Defended.DropTo(outcome.Control.DefendedAttacked, measure) - outcome.Defence.Defended.DropTo(outcome.Defence.DefendedAttacked, measure));

    /// <summary>Whether the defended model loses less than the control whose factors are as long: ε is an absolute length, and longer factors feel it less.</summary>
    public IReadOnlyList<Finding> DefenceAgainstRescaledControl() => Compare(
        "The attack costs less than with plain epochs and rows as long", inPoints: true,
        measure => outcome => outcome.Control.Defended.DropTo(outcome.RescaledControlAttacked, measure) - outcome.Defence.Defended.DropTo(outcome.Defence.DefendedAttacked, measure));

    /// <summary>Whether the defended model ranks better, without attack, than before its defence.</summary>
    public IReadOnlyList<Finding> AccuracyAgainstBefore() => Compare(
        "The ranking is better than before the defence", inPoints: false,
        measure => outcome => measure(outcome.Defence.Defended.Mean) - measure(outcome.Defence.Trained.Mean));

    /// <summary>Whether the defended model ranks better, without attack, than the control with as many plain epochs.</summary>
    public IReadOnlyList<Finding> AccuracyAgainstControl() => Compare(
        "The ranking is better than with plain epochs instead", inPoints: false,
        measure => outcome => measure(outcome.Defence.Defended.Mean) - measure(outcome.Control.Defended.Mean));

    private static DefenceOutcome RunSeed(LeaveOneOutDataset data, HandsOnOptions options, CancellationToken cancellation)
    {
        var start = HandsOn.Attack(data, options, onEpoch: null, cancellation);
        var noise = start.Evaluator.Evaluate(start.Trainer.Model + new RandomNoise(options.Epsilon).Perturb(start.Trainer.Model, options.Seed));

        // The copy is made before the defence goes on training, the control run after it: until then the attack lies in the memory that they share.
        var startOfControl = start with { Trainer = start.Trainer.Copy() };
        var defence = HandsOn.Defend(start, options, onEpoch: null, cancellation);
        var control = HandsOn.Defend(startOfControl, options with { Recipe = AdversarialRecipe.Plain, DropPartialBatch = options.DropsPartialBatch }, onEpoch: null, cancellation);

        var rescaled = control.Model.RescaleTo(defence.Model);
        var attack = options.AttackWith(options.Epsilon).Perturb(rescaled, data, options.Seed, draw: 1);
        return new(defence, control, noise, start.Evaluator.Evaluate(rescaled + attack));
    }

    private List<Finding> Compare(string claim, bool inPoints, Func<Func<Metrics, double>, Func<DefenceOutcome, double>> difference) =>
        [.. Measure.All.Select(measure => new Finding(
            claim,
            measure.At(_topK),
            Interval.Student([.. Outcomes.Select(difference(measure.Of))]),
            inPoints ? " points" : "",
            inPoints ? 1 : 4))];
}
