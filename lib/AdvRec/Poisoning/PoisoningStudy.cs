using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Studies;

namespace AdvRec.Poisoning;

/// <summary>
/// What fake profiles do to a recommender: attacks of several sizes, over target items and seeds. Differences are taken within the same target and seed;
/// intervals are over targets, each with the mean of its seeds, for two seeds of one target are not independent.
/// </summary>
public sealed class PoisoningStudy
{
    private PoisoningStudy(IReadOnlyList<PoisoningOutcome> outcomes, PoisoningOptions options) => (Outcomes, Options) = (outcomes, options);

    /// <summary>Every model: by target, seed, attack (none first) and share.</summary>
    public IReadOnlyList<PoisoningOutcome> Outcomes { get; }

    /// <summary>What was run.</summary>
    public PoisoningOptions Options { get; }

    /// <summary>Trains and measures a model per target, seed, attack and share, and one per target and seed without an attack.</summary>
    /// <param name="data">Real users.</param>
    /// <param name="attacks">At least one; names must differ.</param>
    /// <param name="options">Defaults if null.</param>
    /// <param name="onRun">Called with how many of the targets × seeds are done, by the thread that called this method.</param>
    /// <param name="cancellation">Checked between batches.</param>
    /// <exception cref="ArgumentException">No attack, or two of the same name.</exception>
    /// <exception cref="NotFiniteNumberException">Training diverged.</exception>
    public static PoisoningStudy Run(
        LeaveOneOutDataset data, IReadOnlyList<ProfileAttack> attacks, PoisoningOptions? options = null, Action<int>? onRun = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(attacks);
        if (attacks.Count == 0 || attacks.DistinctBy(attack => attack.Name).Count() < attacks.Count)
            throw new ArgumentException("A study needs at least one attack, and attacks of different names.", nameof(attacks));
        var o = options ?? new();
        var targets = TargetItems.Draw(data, o.Targets, o.Seed);
        var runs = Seeds.Run(
            o.Targets * o.SeedsPerTarget,
            run => new PoisoningRun(data, targets[(int)run / o.SeedsPerTarget], o.Seed + run % (ulong)o.SeedsPerTarget, o, cancellation).All(attacks),
            first: 0, onRun, cancellation);
        return new([.. runs.SelectMany(run => run)], o);
    }

    /// <summary>The target's HR@K in per cent by share of fake users, from share 0: mean and 95 % interval over targets.</summary>
    /// <param name="attack">Its name.</param>
    public IReadOnlyList<ShareHits> HitRates(string attack) =>
        [new(0, Mean("", 0, Hits)), .. Options.Shares.Select(share => new ShareHits(share, Mean(attack, share, Hits)))];

    /// <summary>Any number of the models under an attack of one size: mean and 95 % interval over targets.</summary>
    /// <param name="attack">Its name; empty for without an attack.</param>
    /// <param name="share">One of the options' shares; 0 for without an attack.</param>
    /// <param name="of">The number.</param>
    public Interval Mean(string attack, double share, Func<PoisoningOutcome, double> of)
    {
        ArgumentNullException.ThrowIfNull(of);
        return OverTargets(Select(attack, share).Select(of));
    }

    /// <summary>Whether an attack puts the target on more lists than without it, in points of HR@K.</summary>
    /// <param name="attack">Its name.</param>
    /// <param name="share">One of the options' shares.</param>
    public Finding Promotes(string attack, double share) => Finding.Of(
        $"The {attack} attack puts the target on more lists", Measure, PerTarget(Gains(attack, share)), " points", 1);

    /// <summary>Whether one attack puts the target on more lists than another of the same size, in points of HR@K.</summary>
    /// <param name="attack">The one said to be stronger.</param>
    /// <param name="other">The one said to be weaker.</param>
    /// <param name="share">One of the options' shares.</param>
    public Finding Beats(string attack, string other, double share) => Finding.Of(
        $"The {attack} attack promotes more than the {other} one", Measure,
        PerTarget(Gains(attack, share).Zip(Gains(other, share), (one, two) => one - two)), " points", 1);

    /// <summary>Whether an attack gains less against this study's models than against another's, in points of HR@K.</summary>
    /// <param name="control">The same targets and seeds, trained in another way.</param>
    /// <param name="attack">Its name.</param>
    /// <param name="share">One of both options' shares.</param>
    /// <exception cref="ArgumentException">The studies differ in targets, seeds or K.</exception>
    public Finding GainsLessThanIn(PoisoningStudy control, string attack, double share)
    {
        ArgumentNullException.ThrowIfNull(control);
        var mine = Select(attack, share).Select(outcome => (outcome.Target, outcome.Seed));
        if (control.Options.TopK != Options.TopK || !mine.SequenceEqual(control.Select(attack, share).Select(outcome => (outcome.Target, outcome.Seed))))
            throw new ArgumentException("The two studies have different targets, seeds or K: their gains cannot be paired.", nameof(control));
        return Finding.Of(
            $"The {attack} attack gains less than against the control", Measure,
            PerTarget(control.Gains(attack, share).Zip(Gains(attack, share), (without, with) => without - with)), " points", 1);
    }

    /// <summary>
    /// Every attack of one size against none, and the last attack against every other: verdicts corrected by Holm across all of these, for they are asked at once.
    /// </summary>
    /// <param name="share">One of the options' shares.</param>
    public IReadOnlyList<Finding> Findings(double share)
    {
        string[] attacks = [.. Outcomes.Select(outcome => outcome.Attack).Where(attack => attack.Length > 0).Distinct()];
        return Finding.Holm([.. attacks.Select(attack => Promotes(attack, share)), .. attacks[..^1].Select(other => Beats(attacks[^1], other, share))]);
    }

    private string Measure => $"target's HR@{Options.TopK}";

    private double Hits(PoisoningOutcome outcome) => 100 * outcome.Exposure.HitRate(Options.TopK);

    private IEnumerable<double> Gains(string attack, double share) =>
        Select(attack, share).Zip(Select("", 0), (attacked, clean) => Hits(attacked) - Hits(clean));

    private List<PoisoningOutcome> Select(string attack, double share)
    {
        var selected = Outcomes.Where(outcome => outcome.Attack == attack && outcome.Share == share).ToList();
        return selected.Count > 0
            ? selected
            : throw new ArgumentException(FormattableString.Invariant($"The study has no attack \"{attack}\" with a share of {share}."), nameof(attack));
    }

    private Interval OverTargets(IEnumerable<double> values) => Interval.Student(PerTarget(values));

    private double[] PerTarget(IEnumerable<double> values) => [.. values.Chunk(Options.SeedsPerTarget).Select(seeds => seeds.Average())];
}
