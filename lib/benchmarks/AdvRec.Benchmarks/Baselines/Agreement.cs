using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Objective;
using AdvRec.Training;

namespace AdvRec.Benchmarks.Baselines;

/// <summary>A baseline that computes something else proves nothing: all must come to the library's factors and positions.</summary>
internal static class Agreement
{
    private const float Tolerance = 1e-3f;

    /// <exception cref="InvalidOperationException">A baseline disagrees.</exception>
    public static void Check(LeaveOneOutDataset data, MatrixFactorization start, params IReadOnlyList<IBaseline> baselines)
    {
        var triples = new TripleSource(data);
        Triple[] batches = triples.Shuffled(), attack = triples.InOrder();
        var trainer = new BprTrainer(data, start.Copy());
        var defence = new AdversarialTrainer(trainer, new() { Recipe = AdversarialRecipe.HandsOn });
        var evaluator = new LeaveOneOutEvaluator(data);

        Span<Triple> plain = batches.AsSpan(0, 512), first = batches.AsSpan(512, 512), second = batches.AsSpan(1024, 512);
        trainer.Step(plain);
        defence.Step(first, attack);
        defence.Step(second, attack);
        var mean = evaluator.Evaluate(trainer.Model + defence.Perturbation).Positions.Average();
        foreach (var baseline in baselines)
        {
            baseline.Step(plain);
            baseline.AdversarialStep(first, attack);
            baseline.AdversarialStep(second, attack);
            for (var user = 0; user < data.UserCount; user++)
                Compare(baseline, baseline.UserFactor(user, 0), trainer.Model.UserFactors[user][0]);
            for (var item = 0; item < data.ItemCount; item++)
                Compare(baseline, baseline.ItemFactor(item, 63), trainer.Model.ItemFactors[item][63]);
            Compare(baseline, (float)(baseline.Positions().Average() / mean), 1);
        }
    }

    private static void Compare(IBaseline baseline, float theirs, float ours)
    {
        if (!(Math.Abs(theirs - ours) < Tolerance))
            throw new InvalidOperationException($"{baseline.Name} does not do what the library does: {theirs} instead of {ours}.");
    }
}
