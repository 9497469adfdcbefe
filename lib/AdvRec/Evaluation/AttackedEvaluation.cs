namespace AdvRec.Evaluation;

/// <summary>
/// A model as it is and under several draws of one attack. An attack draws its negatives, and one draw is mostly luck: the mean over the draws counts.
/// </summary>
public sealed class AttackedEvaluation
{
    /// <param name="clean">The model as it is.</param>
    /// <param name="draws">The same users under attack, once per draw; at least one.</param>
    /// <exception cref="ArgumentException">No draw, or results that differ in users or in K.</exception>
    public AttackedEvaluation(EvaluationResult clean, params IReadOnlyList<EvaluationResult> draws)
    {
        ArgumentNullException.ThrowIfNull(clean);
        ArgumentNullException.ThrowIfNull(draws);
        if (draws.Count == 0)
            throw new ArgumentException("No draw of the attack; give at least one.", nameof(draws));
        if (draws.FirstOrDefault(draw => draw.TopK != clean.TopK) is { } otherK)
            throw new ArgumentException($"K is {clean.TopK} clean and {otherK.TopK} attacked; evaluate all with the same K.", nameof(draws));
        if (draws.FirstOrDefault(draw => draw.UserCount != clean.UserCount) is { } otherUsers)
            throw new ArgumentException($"{clean.UserCount} users clean, {otherUsers.UserCount} attacked; evaluate both on the same data.", nameof(draws));
        (Clean, Draws) = (clean, draws);
        Attacked = new(measure => draws.Average(draw => draw.Mean[measure]));
        Drop = new(measure => EvaluationResult.Drop(Clean.Mean[measure], Attacked[measure]));
    }

    /// <summary>The model as it is.</summary>
    public EvaluationResult Clean { get; }

    /// <summary>The model under attack, once per draw.</summary>
    public IReadOnlyList<EvaluationResult> Draws { get; }

    /// <summary>Means over users and draws, under attack.</summary>
    public Metrics Attacked { get; }

    /// <summary>By how many per cent of the clean value the attack lowers a measure: (1 − attacked / clean) · 100; NaN where the clean value is 0.</summary>
    public Metrics Drop { get; }

    /// <summary>A measure under attack with its 95 % interval (Student's t): over users, each with the mean of its draws. For a single user both ends are NaN.</summary>
    /// <param name="measure">Which one.</param>
    public Interval IntervalOf(Measure measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return EvaluationResult.OverUsers(PerUser(measure.Of));
    }

    /// <summary>What the attack takes from each user: clean minus attacked, the mean over the draws.</summary>
    /// <param name="measure">Which measure, such as <c>m => m.Ndcg</c>.</param>
    public double[] Losses(Func<Metrics, double> measure) => [.. Clean.PerUser(measure).Zip(PerUser(measure), (clean, attacked) => clean - attacked)];

    private double[] PerUser(Func<Metrics, double> measure)
    {
        var draws = Draws.Select(draw => draw.PerUser(measure)).ToList();
        return [.. Enumerable.Range(0, Clean.UserCount).Select(user => draws.Average(draw => draw[user]))];
    }
}
