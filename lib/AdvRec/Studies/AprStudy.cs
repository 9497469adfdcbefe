using AdvRec.Data;
using AdvRec.Evaluation;

namespace AdvRec.Studies;

/// <summary>
/// The two claims of He et al. 2018, that adversarial training makes a recommender more robust and more accurate, at about the paper's length and against
/// four controls: plain training, plain training with an L2 penalty, the loss counted twice (ε = 0) and random directions. Epochs and penalty are chosen on
/// validation items that no model was trained on; accuracy and drops are those of the test items.
/// </summary>
public sealed class AprStudy
{
    private AprStudy(AprStudyOptions options, IReadOnlyList<IReadOnlyList<AprRun>> runs)
    {
        Options = options;
        Runs = runs;
        Findings = Corrected();
    }

    /// <summary>What was run.</summary>
    public AprStudyOptions Options { get; }

    /// <summary>Seed by seed, one run per <see cref="AprVariant"/>, in its order.</summary>
    public IReadOnlyList<IReadOnlyList<AprRun>> Runs { get; }

    /// <summary>
    /// APR against every control, by every measure: accuracy, drop, and drop with rows as long. The verdicts are corrected by Holm across all of them;
    /// the intervals are not.
    /// </summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Runs the study.</summary>
    /// <param name="data">Data set; every user needs two training items.</param>
    /// <param name="options">Defaults if null.</param>
    /// <param name="onSeed">Called with how many seeds are done.</param>
    /// <param name="cancellation">Checked between batches.</param>
    /// <exception cref="ArgumentException">No penalty to choose from.</exception>
    /// <exception cref="DatasetException">A user has one training item only.</exception>
    /// <exception cref="NotFiniteNumberException">Training diverged.</exception>
    public static AprStudy Run(LeaveOneOutDataset data, AprStudyOptions? options = null, Action<int>? onSeed = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        var o = options ?? new();
        if (o.Penalties.Count == 0)
            throw new ArgumentException("No L2 weight to choose from; give at least one.", nameof(options));
        return new(o, Seeds.Run(o.Seeds, seed => new AprSeed(data, o, seed, cancellation).Run(), o.Seed, onSeed, cancellation));
    }

    /// <summary>A learning curve: mean over seeds and 95 % interval by epoch.</summary>
    /// <param name="variant">Which models.</param>
    /// <param name="of">What of a measurement, such as <c>at => at.Clean.Ndcg</c>.</param>
    public IReadOnlyList<EpochValue> Curve(AprVariant variant, Func<AprCheckpoint, double> of) =>
        [.. Runs[0][(int)variant].Curve.Select((checkpoint, at) =>
            new EpochValue(checkpoint.Epoch, Interval.Student([.. Runs.Select(seed => of(seed[(int)variant].Curve[at]))])))];

    /// <summary>The chosen epochs' value: mean over seeds and 95 % interval.</summary>
    /// <inheritdoc cref="Curve"/>
    public Interval Chosen(AprVariant variant, Func<AprCheckpoint, double> of) => Interval.Student([.. Runs.Select(seed => of(seed[(int)variant].Chosen))]);

    private List<Finding> Corrected()
    {
        List<Finding> all = [];
        foreach (var (variant, control) in ((AprVariant, string)[])[(AprVariant.Plain, "plain"), (AprVariant.L2, "L2"), (AprVariant.NoBudget, "ε = 0"), (AprVariant.RandomDirection, "a random direction")])
        {
            foreach (var one in Measure.All)
            {
                var measure = one.At(Options.TopK);
                all.Add(Finding.Of($"More accurate than {control}", measure, Differences(variant, at => at.Clean[one], sign: 1)));
                all.Add(Finding.Of($"More robust than {control}", measure, Differences(variant, at => at.Drop[one], sign: -1), " points", 1));
                all.Add(Finding.Of($"More robust than {control} with rows as long", measure, Differences(variant, at => at.RescaledDrop![one], sign: -1), " points", 1));
            }
        }

        return [.. Finding.Holm(all).OrderBy(one => one.Claim, StringComparer.Ordinal)];
    }

    private double[] Differences(AprVariant control, Func<AprCheckpoint, double> of, int sign) =>
        [.. Runs.Select(seed => sign * (of(seed[(int)AprVariant.Apr].Chosen) - of(seed[(int)control].Chosen)))];
}
