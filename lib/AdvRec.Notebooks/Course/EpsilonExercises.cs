using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Notebooks.Course;
using static System.FormattableString;

namespace AdvRec.Notebooks;

/// <content>Notebook 5.</content>
public static partial class Exercise
{
    /// <summary>The budget that does to a rescaled model what another does to the original.</summary>
    /// <param name="budget">The answer, a function of the budget ε on the original and the factor s of all rows; null as long as there is none.</param>
    public static ExerciseResult CheckScaledBudget(object? budget)
    {
        (double Epsilon, double Scale)[] cases = [(0.5, 4), (0.125, 4), (1, 0.5), (2, 1), (0.3, 10), (0.7, 3)];
        Slip Way(Func<double, double, double> of, string reason) => new(at => [of(cases[at].Epsilon, cases[at].Scale)], reason);
        return CheckFunction("Exercise 1", budget, [.. cases.Select(one => new object[] { one.Epsilon, one.Scale })], at => [cases[at].Epsilon * cases[at].Scale],
            "Start from s = 2, as above: which step on the doubled model does what a step of length ε does to the original?", "The step and the rows grow together.",
            Way((e, s) => e / s, "Turn it round: rows that are twice as long need another step than rows half as long."),
            Way((e, s) => e * s * s, "The scores grow by the square, but the step is compared with the rows."),
            Way((e, s) => e / (s * s), "The step is compared with the rows, not with the scores; and it must grow with them."),
            Way((e, s) => e * Math.Sqrt(s), "Rows and step grow alike: no root."),
            Way((e, s) => e, "The same step on longer rows is a smaller change."),
            Way((e, s) => s, "The budget on the original plays no part yet."),
            Way((e, s) => s / e, "The budget on the original stands on the wrong side: twice the budget there is twice the budget here."),
            Way((e, s) => e + s, "Lengths grow by a factor, not by a sum."),
            Way((e, s) => 2 * e, "That is right for the doubled model only: use the factor."),
            Way((e, s) => 0.5 * s, "That is right for ε = 0.5 only: use the argument."),
            Way((e, s) => -e * s, "A budget is a length."),
            Way((e, s) => e * (int)s, "A factor below 1 became 0: do not round it."));
    }

    /// <summary>A factor with which the attack with ε = 0.5 costs less than 2 % of nDCG, as a mean of three attacks.</summary>
    /// <param name="factor">The answer; null as long as there is none.</param>
    /// <param name="model">The undefended model.</param>
    /// <param name="data">Training pairs.</param>
    /// <param name="evaluator">Measures the damage.</param>
    public static ExerciseResult CheckStretch(object? factor, MatrixFactorization model, LeaveOneOutDataset data, LeaveOneOutEvaluator evaluator)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(evaluator);
        const string name = "Exercise 2";
        if (factor is null)
            return ExerciseResult.Nothing(name, ReplaceNull);
        if (Given.Number(factor, out var problem) is not { } number)
            return ExerciseResult.NotYet(name, problem);
        if (!(number > 0))
            return ExerciseResult.NotYet(name, "A factor that changes no ranking is a number above 0.");
        if (number > 1e6)
            return ExerciseResult.NotYet(name, "Scores that large lose their digits, and with them the ranking; a factor with two digits is enough.");
        var times = (float)number;
        if (times < 1e-6)
            return ExerciseResult.NotYet(name, "Scores that small lose their digits; and do shorter rows make a step matter less or more?");
        if (!(CostOf(model) >= 2))
            return ExerciseResult.NothingToMatch(name);
        var cost = CostOf(model.Rescale(times, times));
        return CheckTrue(name, cost < 2,
            Invariant($"The attack now costs {cost:F1} %. Nothing else has changed, so 'robust' said nothing about the model."),
            Invariant($"The attack costs {cost:F1} %. Look at the heat map: how does the column for 0.5 go on below its last row?"));

        double CostOf(MatrixFactorization scaled)
        {
            var clean = evaluator.Evaluate(scaled);
            return Enumerable.Range(0, 3).Average(draw =>
                clean.DropTo(evaluator.Evaluate(scaled + new FastGradientAttack(0.5f).Perturb(scaled, data, seed: 0, draw)), m => m.Ndcg));
        }
    }
}
