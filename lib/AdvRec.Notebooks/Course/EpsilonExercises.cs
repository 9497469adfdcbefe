using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using static System.FormattableString;

namespace AdvRec.Notebooks;

/// <content>Notebook 5.</content>
public static partial class Exercise
{
    /// <summary>By how much a model must be multiplied so that a step of 0.5 does what one of 0.125 does to the original.</summary>
    /// <param name="factor">The answer; null as long as there is none.</param>
    public static ExerciseResult CheckScaleFactor(double? factor) => Check(
        "Exercise 1", factor, 4, "A step of length ε on the model times s is a step of length ε / s on the original.", "0.5 / 4 = 0.125.",
        (0.25, "Turn it round: that would make the step four times as large next to the rows."),
        (16, "The scores grow by s², but the step is compared with the rows, which grow by s."));

    /// <summary>A factor with which the attack with ε = 0.5 costs less than 2 % of nDCG, as a mean of three attacks.</summary>
    /// <param name="factor">The answer; null as long as there is none.</param>
    /// <param name="model">The undefended model.</param>
    /// <param name="data">Training pairs.</param>
    /// <param name="evaluator">Measures the damage.</param>
    public static ExerciseResult CheckStretch(float? factor, MatrixFactorization model, LeaveOneOutDataset data, LeaveOneOutEvaluator evaluator)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(evaluator);
        const string name = "Exercise 2";
        if (factor is not { } times)
            return ExerciseResult.Nothing(name, ReplaceNull);
        if (!(times > 0) || float.IsInfinity(times))
            return ExerciseResult.NotYet(name, "A factor that changes no ranking is a number above 0.");
        var stretched = model.Rescale(times, times);
        var clean = evaluator.Evaluate(stretched);
        var cost = Enumerable.Range(0, 3).Average(draw =>
            clean.DropTo(evaluator.Evaluate(stretched + new FastGradientAttack(0.5f).Perturb(stretched, data, seed: 0, draw)), m => m.Ndcg));
        return CheckTrue(name, cost < 2,
            Invariant($"The attack now costs {cost:F1} %. Nothing else has changed, so 'robust' said nothing about the model."),
            Invariant($"The attack costs {cost:F1} %. Look at the heat map: how does the column for 0.5 go on below its last row?"));
    }

    /// <summary>What changes when P is multiplied by 10 and Q by 1/10.</summary>
    /// <param name="changes">"scores", "rankings", "robustness" or "none"; null as long as there is none.</param>
    public static ExerciseResult CheckLopsided(string? changes) => CheckChoice(
        "Exercise 3", changes, "robustness", "Every score is multiplied by 10 · 1/10. How long is an item's row now, next to 0.5?",
        "The items' rows are a tenth as long, the step is not.",
        ("scores", "10 · 1/10 = 1: all scores are the same, up to rounding."),
        ("rankings", "The scores are the same, up to rounding; so is their order."),
        ("none", "The items' rows are a tenth as long, but ε still is 0.5."));
}
