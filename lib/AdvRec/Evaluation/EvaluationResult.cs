namespace AdvRec.Evaluation;

/// <summary>
/// Where the held-out item of every user came in a full ranking, and the measures that follow from it.
/// One number a user is kept (the position), so that measures for every K and per-user comparisons cost nothing more.
/// </summary>
public sealed class EvaluationResult
{
    private readonly int[] _positions;
    private readonly int[] _candidateCounts;

    /// <param name="positions">Per user, the number of candidates that score at least as high as the held-out item (0 is the best).</param>
    /// <param name="candidateCounts">Per user, the number of candidates: all items but the training items and the held-out one.</param>
    /// <param name="topK">Length K of the recommendation list that <see cref="Mean"/> is about; at least 1.</param>
    /// <exception cref="ArgumentException">The lists differ in length or are empty, or a position lies outside [0, candidates].</exception>
    public EvaluationResult(IReadOnlyList<int> positions, IReadOnlyList<int> candidateCounts, int topK)
    {
        ArgumentNullException.ThrowIfNull(positions);
        ArgumentNullException.ThrowIfNull(candidateCounts);
        Valid.AtLeast(1, topK, nameof(topK));
        if (positions.Count == 0 || positions.Count != candidateCounts.Count)
            throw new ArgumentException($"{positions.Count} positions for {candidateCounts.Count} users; one per user is needed, and at least one user.", nameof(positions));

        _positions = [.. positions];
        _candidateCounts = [.. candidateCounts];
        TopK = topK;
        for (var user = 0; user < _positions.Length; user++)
        {
            if (_positions[user] < 0 || _positions[user] > _candidateCounts[user])
                throw new ArgumentException($"User {user}: position {_positions[user]} lies outside 0..{_candidateCounts[user]}.", nameof(positions));
        }
    }

    /// <summary>Length K of the recommendation list.</summary>
    public int TopK { get; }

    /// <summary>Number of users.</summary>
    public int UserCount => _positions.Length;

    /// <summary>Per user, the number of candidates ranked above the held-out item, ties counted against it. 0 is the best.</summary>
    public IReadOnlyList<int> Positions => _positions;

    /// <summary>Per user, the number of candidates the held-out item was ranked among.</summary>
    public IReadOnlyList<int> CandidateCounts => _candidateCounts;

    /// <summary>HR@K over all users.</summary>
    public double HitRatio => Mean.HitRatio;

    /// <summary>nDCG@K over all users.</summary>
    public double Ndcg => Mean.Ndcg;

    /// <summary>AUC over all users.</summary>
    public double Auc => Mean.Auc;

    /// <summary>Means over users at <see cref="TopK"/>.</summary>
    public Metrics Mean => At(TopK);

    /// <summary>A measure's mean over users at <see cref="TopK"/> with its 95 % interval (Student's t). For a single user, whose spread is unknown, both ends are NaN.</summary>
    /// <param name="measure">Which one.</param>
    public Interval IntervalOf(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return OverUsers(PerUser(measure, TopK));
    }

    internal static Interval OverUsers(double[] values) => values.Length > 1 ? Interval.Student(values) : new(double.NaN, values[0], double.NaN);

    /// <summary>Means over users for a list of another length.</summary>
    /// <param name="topK">Length K of the list; at least 1. Beyond the number of candidates every user is a hit.</param>
    public Metrics At(int topK)
    {
        Valid.AtLeast(1, topK, nameof(topK));
        return new(measure => PerUser(measure, topK).Average());
    }

    /// <summary>One measure per user, for paired comparisons and intervals.</summary>
    /// <param name="measure">Which one, such as <c>u => u.Ndcg</c>.</param>
    /// <param name="topK">Length K of the list; <see cref="TopK"/> if not given.</param>
    public double[] PerUser(Func<Metrics, double> measure, int? topK = null)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var k = Valid.AtLeast(1, topK ?? TopK, nameof(topK));
        return [.. Enumerable.Range(0, UserCount).Select(user => measure(new(one => OfUser(one, user, k))))];
    }

    /// <summary>By how many per cent of this, clean, value an attack lowers a measure: (1 − attacked / clean) · 100.</summary>
    /// <param name="attacked">The same model evaluated with perturbed factors.</param>
    /// <param name="measure">Which measure, such as <c>m => m.Ndcg</c>.</param>
    /// <returns>At most 100; below 0 where the attacked model does better; NaN where the clean value is 0 and nothing can drop.</returns>
    public double DropTo(EvaluationResult attacked, Func<Metrics, double> measure)
    {
        ArgumentNullException.ThrowIfNull(attacked);
        ArgumentNullException.ThrowIfNull(measure);
        return Drop(measure(Mean), measure(attacked.Mean));
    }

    internal static double Drop(double clean, double attacked) => clean == 0 ? double.NaN : 100 * (1 - attacked / clean);

    /// <summary>A sentence where K reaches the number of candidates, so that it is no feat to be on the list; null where every user has more candidates than K.</summary>
    public string? Caution
    {
        get
        {
            var users = _candidateCounts.Count(count => count <= TopK);
            return users == 0 ? null : FormattableString.Invariant(
                $"K = {TopK} is at or above the number of candidates of {users:N0} of {UserCount:N0} users (the fewest: {_candidateCounts.Min():N0}): nearly all of their held-out items are on the list, whatever the model");
        }
    }

    /// <summary>One line: the means, each with its 95 % interval over users; and <see cref="Caution"/> where there is one.</summary>
    public override string ToString() => string.Join(", ", Measure.All.Select(measure =>
    {
        var interval = IntervalOf(measure);
        var spread = double.IsNaN(interval.Lower) ? "" : FormattableString.Invariant($" [{interval.Lower:F4}, {interval.Upper:F4}]");
        return FormattableString.Invariant($"{measure.At(TopK)} {interval.Mean:F4}{spread}");
    })) + (Caution is { } caution ? $"; {caution}" : "");

    private double[] PerUser(Measure measure, int topK) => [.. Enumerable.Range(0, UserCount).Select(user => OfUser(measure, user, topK))];

    private double OfUser(Measure measure, int user, int topK) => measure.OfUser(_positions[user], _candidateCounts[user], topK);
}
