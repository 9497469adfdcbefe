using AdvRec.Evaluation;

namespace AdvRec.Notebooks;

/// <summary>One model before and after an attack.</summary>
/// <param name="Model">Its name in figures; any text.</param>
/// <param name="Clean">Evaluated as trained.</param>
/// <param name="Attacked">Evaluated with perturbed factors.</param>
public sealed record MetricDrop(string Model, EvaluationResult Clean, EvaluationResult Attacked)
{
    /// <summary>By how many per cent of the clean value the attack lowers a measure: (1 − attacked / clean) · 100.</summary>
    /// <param name="measure">Which one, such as <c>m => m.Ndcg</c>.</param>
    /// <returns>At most 100; below 0 where the attacked model does better; NaN where the clean value is 0 and nothing can drop.</returns>
    public double Percent(Func<Metrics, double> measure) => Clean.DropTo(Attacked, measure);
}
