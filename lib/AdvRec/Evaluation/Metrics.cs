namespace AdvRec.Evaluation;

/// <summary>One value for every <see cref="Measure"/>: of a user, or a mean.</summary>
public sealed class Metrics : IEquatable<Metrics>
{
    private readonly double[] _values;

    /// <param name="of">Gives the value of a measure.</param>
    public Metrics(Func<Measure, double> of)
    {
        ArgumentNullException.ThrowIfNull(of);
        _values = [.. Measure.All.Select(of)];
    }

    /// <inheritdoc cref="Measure.HitRatio"/>
    public double HitRatio => this[Measure.HitRatio];

    /// <inheritdoc cref="Measure.Ndcg"/>
    public double Ndcg => this[Measure.Ndcg];

    /// <inheritdoc cref="Measure.Auc"/>
    public double Auc => this[Measure.Auc];

    /// <summary>The value of a measure.</summary>
    /// <param name="measure">Which one.</param>
    public double this[Measure measure] => _values[Measure.All.Index().First(entry => entry.Item == measure).Index];

    /// <summary>Whether all values are the same.</summary>
    /// <param name="other">The values to compare with.</param>
    public bool Equals(Metrics? other) => other is not null && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Metrics);

    /// <inheritdoc/>
    public override int GetHashCode() => _values.Aggregate(0, HashCode.Combine);

    /// <summary>One line, such as "HR 0.3333, nDCG 0.2891, AUC 0.8200".</summary>
    public override string ToString() => string.Join(", ", Measure.All.Select(measure => FormattableString.Invariant($"{measure} {this[measure]:F4}")));
}
