using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Objective;
using AdvRec.Studies;
using static System.FormattableString;

namespace AdvRec.Notebooks;

/// <content>Notebook 3.</content>
public static partial class Exercise
{
    private const int Draws = 10;

    /// <summary>The fast gradient perturbation of one user's row.</summary>
    /// <param name="delta">The answer, one number per factor; null as long as there is none.</param>
    /// <param name="model">The model under attack.</param>
    /// <param name="triples">Triples of one user.</param>
    /// <param name="epsilon">Perturbation budget ε.</param>
    public static ExerciseResult CheckFastGradient(float[]? delta, MatrixFactorization model, IReadOnlyList<Triple> triples, float epsilon)
    {
        ArgumentNullException.ThrowIfNull(triples);
        var expected = new FastGradientAttack(epsilon).Perturb(model, triples).UserFactors[triples[0].User].ToArray();
        return CheckVector("Exercise 1", delta, expected, "Divide g by its length, √Σ gₖ², and multiply by ε.", "The library's attack on these triples finds the same.");
    }

    /// <summary>Which half of a perturbation costs more nDCG on its own.</summary>
    /// <param name="half">"users" or "items"; null as long as there is none.</param>
    /// <param name="model">The model under attack.</param>
    /// <param name="perturbation">The whole perturbation.</param>
    /// <param name="evaluator">Measures the damage.</param>
    public static ExerciseResult CheckMoreHarmfulHalf(string? half, MatrixFactorization model, Perturbation perturbation, LeaveOneOutEvaluator evaluator)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(perturbation);
        ArgumentNullException.ThrowIfNull(evaluator);
        var clean = evaluator.Evaluate(model);
        var users = DropBy(perturbation.UserFactors, new(model.ItemCount, model.Factors));
        var items = DropBy(new(model.UserCount, model.Factors), perturbation.ItemFactors);
        return CheckChoice("Exercise 2", half, users > items ? "users" : "items", "Evaluate model + half for both halves, and compare clean.DropTo(…, m => m.Ndcg).",
            Invariant($"Moving the users alone takes {users:F1} % of nDCG, moving the items alone {items:F1} %."));

        double DropBy(FactorMatrix ofUsers, FactorMatrix ofItems) => clean.DropTo(evaluator.Evaluate(model + new Perturbation(ofUsers, ofItems)), m => m.Ndcg);
    }

    /// <summary>With which size random noise costs as much nDCG as the attack with ε = 0.5 does, both drawn ten times; to within four points.</summary>
    /// <param name="noiseEpsilon">The answer; null as long as there is none.</param>
    /// <param name="model">The model.</param>
    /// <param name="data">Training pairs.</param>
    /// <param name="evaluator">Measures the damage.</param>
    public static ExerciseResult CheckNoiseBudget(float? noiseEpsilon, MatrixFactorization model, LeaveOneOutDataset data, LeaveOneOutEvaluator evaluator)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        const string name = "Exercise 3";
        if (noiseEpsilon is not { } size)
            return ExerciseResult.Nothing(name, ReplaceNull);
        if (!(size >= 0) || float.IsInfinity(size))
            return ExerciseResult.NotYet(name, "A size is a number of 0 or more.");
        var clean = evaluator.Evaluate(model);
        var noise = MeanDrop(draw => new RandomNoise(size).Perturb(model, draw));
        var attack = MeanDrop(draw => new FastGradientAttack(0.5f).Perturb(model, data, draw));
        return CheckTrue(name, Math.Abs(noise - attack) < 4,
            Invariant($"Noise of {size} costs {noise:F1} %, the attack with 0.5 costs {attack:F1} %."),
            Invariant($"Noise of {size} costs {noise:F1} %, the attack with 0.5 costs {attack:F1} %. Take {(noise < attack ? "more" : "less")} of it."));

        double MeanDrop(Func<ulong, Perturbation> by) => Seeds.Run(Draws, draw => clean.DropTo(evaluator.Evaluate(model + by(draw)), m => m.Ndcg)).Average();
    }
}
