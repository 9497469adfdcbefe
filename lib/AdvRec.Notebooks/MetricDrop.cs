using AdvRec.Evaluation;

namespace AdvRec.Notebooks;

/// <summary>One model before and under an attack.</summary>
/// <param name="Model">Its name in figures; any text.</param>
/// <param name="Result">Evaluated as trained and under one or more draws of the attack.</param>
public sealed record MetricDrop(string Model, AttackedEvaluation Result)
{
    /// <summary>One draw of an attack.</summary>
    /// <param name="model">Its name in figures; any text.</param>
    /// <param name="clean">Evaluated as trained.</param>
    /// <param name="attacked">Evaluated with perturbed factors, for the same users and K.</param>
    /// <exception cref="ArgumentException">The results differ in K or in the number of users.</exception>
    public MetricDrop(string model, EvaluationResult clean, EvaluationResult attacked)
        : this(model, new AttackedEvaluation(clean, attacked))
    {
    }

    /// <summary>By how many per cent of the clean value the attack lowers a measure: (1 − attacked / clean) · 100.</summary>
    /// <param name="measure">Which one, such as <c>m => m.Ndcg</c>.</param>
    /// <returns>At most 100; below 0 where the attacked model does better; NaN where the clean value is 0 and nothing can drop.</returns>
    public double Percent(Func<Metrics, double> measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return measure(Result.Drop);
    }
}
