using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Notebooks.Course;
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
    public static ExerciseResult CheckFastGradient(object? delta, MatrixFactorization model, IReadOnlyList<Triple> triples, float epsilon)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(triples);
        var expected = Row(new FastGradientAttack(epsilon).Perturb(model, triples).UserFactors);
        double[] p = Row(model.UserFactors), g = new double[p.Length], first = new double[p.Length];
        foreach (var (user, positive, negative) in triples)
        {
            var x = model.Score(user, positive) - (double)model.Score(user, negative);
            for (var k = 0; k < g.Length; k++)
                g[k] -= (model.ItemFactors[positive][k] - (double)model.ItemFactors[negative][k]) / (1 + Math.Exp(x));
            if (first.All(value => value == 0))
                g.CopyTo(first, 0);
        }

        double Length(double[] of) => Math.Sqrt(of.Sum(value => value * value));
        (double[], string) Way(Func<double, int, double> of, string reason) => ([.. g.Select(of)], reason);
        var (length, sum) = (Length(g), g.Sum(Math.Abs));
        return CheckNumbers("Exercise 1", delta, expected, Tolerance, "How long is g, and how long should Δ be? The direction stays.", "The library's attack on these triples finds the same.",
            ([.. p.Zip(expected, (value, by) => value + by)], "That is p + Δ, where the attack leads to; Δ alone is asked for."),
            ([.. p.Zip(expected, (value, by) => value - by)], "That is p − Δ: Δ alone is asked for, and the attack steps along the gradient."),
            Way((value, _) => -epsilon * value / length, "The sign is the opposite: training steps against the gradient, the attack along it."),
            Way((value, _) => value, "That is the gradient itself; how long should Δ be?"),
            Way((value, _) => -value, "That is the gradient with the opposite sign; how long should Δ be?"),
            Way((value, _) => value / length, "The length is 1. And the budget?"),
            Way((value, _) => epsilon * value, "That is ε times the gradient, as long as the gradient happens to be."),
            Way((value, _) => epsilon * value / (length * length), "You divide by the square of the length: the root is missing."),
            Way((value, _) => epsilon * value / sum, "You divide by the sum of the numbers' sizes; a length is the root of the sum of squares."),
            Way((value, _) => epsilon * Math.Sign(value), "That moves every number by ε, so the whole vector by far more: it is the attack of a box, not of a ball."),
            Way((value, _) => epsilon * Math.Sign(value) / Math.Sqrt(g.Length), "The length is right, the direction is not: all numbers are equally large."),
            Way((value, _) => epsilon * value / g.Max(Math.Abs), "You divide by the largest number; a length is the root of the sum of squares."),
            ([.. first.Select(value => epsilon * value / Length(first))], "That is for the first triple only; the loss is the sum over all of them."));

        double[] Row(FactorMatrix rows) => [.. rows[triples[0].User].ToArray().Select(value => (double)value)];
    }

    /// <summary>The attack on a whole model, row by row, compared with the library's on the same triples.</summary>
    /// <param name="attack">The answer: a function of P, Q, triples and ε that returns the rows' Δ, users' rows first; null as long as there is none.</param>
    public static ExerciseResult CheckWholeAttack(object? attack) => WholeAttack.Check("Exercise 2", attack);

    /// <summary>What each half of a perturbation costs on its own, in per cent of nDCG.</summary>
    /// <param name="halves">Two numbers: moving the users only, moving the items only; null as long as there is none.</param>
    /// <param name="model">The model.</param>
    /// <param name="perturbation">The whole perturbation.</param>
    /// <param name="evaluator">Measures the damage.</param>
    public static ExerciseResult CheckHalves(object? halves, MatrixFactorization model, Perturbation perturbation, LeaveOneOutEvaluator evaluator)
    {
        const string name = "Exercise 3";
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(perturbation);
        ArgumentNullException.ThrowIfNull(evaluator);
        if (halves is null)
            return ExerciseResult.Nothing(name, ReplaceNull);
        var clean = evaluator.Evaluate(model);
        FactorMatrix stillUsers = new(model.UserCount, model.Factors), stillItems = new(model.ItemCount, model.Factors);
        var byUsers = evaluator.Evaluate(model + new Perturbation(perturbation.UserFactors, stillItems));
        var byItems = evaluator.Evaluate(model + new Perturbation(stillUsers, perturbation.ItemFactors));
        double[] Both(Func<Metrics, double> of) => [clean.DropTo(byUsers, of), clean.DropTo(byItems, of)];
        var drops = Both(m => m.Ndcg);
        var whole = clean.DropTo(evaluator.Evaluate(model + perturbation), m => m.Ndcg);
        double[] Less(EvaluationResult a, EvaluationResult b) => [clean.Ndcg - a.Ndcg, clean.Ndcg - b.Ndcg];
        return CheckNumbers(name, halves, drops, 0.01, "Evaluate the model with each half added, and ask clean.DropTo for nDCG; a half is a perturbation whose other part is all zero.",
            Invariant($"Moving the users alone costs {drops[0]:F1} % of nDCG, moving the items alone {drops[1]:F1} %; together it is {whole:F1} %."),
            ([drops[1], drops[0]], "The two are the other way round: the users first."),
            ([-drops[0], -drops[1]], "The sign is the opposite: a loss is a positive drop."),
            ([drops[0] / 100, drops[1] / 100], "Those are shares; asked for are per cent."),
            (Less(byUsers, byItems), "Those are differences of nDCG; asked for are per cent of the clean value."),
            ([byUsers.Ndcg, byItems.Ndcg], "Those are the values under attack; how much less than the clean one is that, in per cent?"),
            ([whole, whole], "That is the whole perturbation, twice."),
            ([whole / 2, whole / 2], "Half of the whole drop is not the drop of a half: evaluate each."),
            ([whole - drops[0], whole - drops[1]], "That is what the other half adds to it; evaluate each half on its own."),
            ([drops[0], drops[0]], "The second number is that of the users again."),
            ([drops[1], drops[1]], "The first number is that of the items again."),
            (Both(m => m.HitRatio), "That is the hit ratio; asked for is nDCG."),
            (Both(m => m.Auc), "That is AUC; asked for is nDCG."));
    }

    /// <summary>With which size random noise costs as much nDCG as the attack with ε = 0.5 does, both drawn ten times; to within a third of what the attack costs, at least four points and at most eight.</summary>
    /// <param name="noiseEpsilon">The answer; null as long as there is none.</param>
    /// <param name="model">The model.</param>
    /// <param name="data">Training pairs.</param>
    /// <param name="evaluator">Measures the damage.</param>
    public static ExerciseResult CheckNoiseBudget(object? noiseEpsilon, MatrixFactorization model, LeaveOneOutDataset data, LeaveOneOutEvaluator evaluator)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        const string name = "Exercise 4";
        if (noiseEpsilon is null)
            return ExerciseResult.Nothing(name, ReplaceNull);
        if (Given.Number(noiseEpsilon, out var problem) is not { } number)
            return ExerciseResult.NotYet(name, problem);
        var size = (float)number;
        if (!(size >= 0) || float.IsInfinity(size) || size > 1e6)
            return ExerciseResult.NotYet(name, "A size is a number of 0 or more; the plot shows which range is worth a try.");
        var clean = evaluator.Evaluate(model);
        var noise = MeanDrop(draw => new RandomNoise(size).Perturb(model, draw));
        var attack = MeanDrop(draw => new FastGradientAttack(0.5f).Perturb(model, data, draw));
        var allowed = Math.Clamp(attack / 3, 4, 8);
        // Where the attack costs next to nothing, no noise at all would match; where it leaves no more of the model than the largest noise does, every large one.
        var most = MeanDrop(draw => new RandomNoise(1000).Perturb(model, draw));
        if (!(attack > allowed) || Math.Abs(most - attack) < allowed)
            return ExerciseResult.NothingToMatch(name);
        return CheckTrue(name, Math.Abs(noise - attack) < allowed,
            Invariant($"Noise of {size} costs {noise:F1} %, the attack with 0.5 costs {attack:F1} %."),
            Invariant($"Noise of {size} costs {noise:F1} %, the attack with 0.5 costs {attack:F1} %. Take {(noise < attack ? "more" : "less")} of it."));

        double MeanDrop(Func<ulong, Perturbation> by) => Seeds.Run(Draws, draw => clean.DropTo(evaluator.Evaluate(model + by(draw)), m => m.Ndcg)).Average();
    }
}
