using AdvRec.Evaluation;
using AdvRec.Studies;
using AdvRec.Training;
using MathNet.Numerics.Statistics;

namespace AdvRec.Tests.Studies;

/// <summary>The hands-on over twenty seeds against twenty seeds of an independent implementation, on the original's data.</summary>
public class ReferenceTests
{
    private const int Seeds = 20;

    private static readonly Reference Trained = new(new(.2752, .0672, .8237), new(.0078, .0023, .0024));
    private static readonly Reference Attacked = new(new(.2208, .0537, .7879), new(.0115, .0039, .0050));

    /// <summary>Defended and, next to it, defended and attacked, by recipe: means and standard deviations of HR, nDCG and AUC.</summary>
    private static readonly Dictionary<AdversarialRecipe, (Reference Clean, Reference Attacked)> Defended = new()
    {
        [AdversarialRecipe.HandsOn] = (new(new(.2847, .0705, .8330), new(.0109, .0028, .0022)), new(new(.2418, .0586, .8058), new(.0186, .0053, .0045))),
        [AdversarialRecipe.Corrected] = (new(new(.2862, .0699, .8331), new(.0098, .0024, .0022)), new(new(.2360, .0568, .8033), new(.0167, .0044, .0046))),
        [AdversarialRecipe.Apr] = (new(new(.2761, .0691, .8247), new(.0085, .0028, .0022)), new(new(.2306, .0567, .7905), new(.0165, .0039, .0049))),
        [AdversarialRecipe.Plain] = (new(new(.2826, .0690, .8299), new(.0072, .0022, .0023)), new(new(.2260, .0546, .7982), new(.0144, .0039, .0037))),
    };

    [Theory]
    [InlineData(AdversarialRecipe.HandsOn)]
    [InlineData(AdversarialRecipe.Corrected)]
    [InlineData(AdversarialRecipe.Apr)]
    [InlineData(AdversarialRecipe.Plain)]
    public void Means_of_all_four_stages_lie_within_three_standard_errors(AdversarialRecipe recipe)
    {
        var (data, _) = Movielens500.Load();
        var runs = Enumerable.Range(1, Seeds).Select(seed => HandsOn.Run(data, new() { Seed = (ulong)seed, Recipe = recipe })).ToList();

        AssertWithin(Trained, runs, run => run.Trained, "trained");
        AssertWithin(Attacked, runs, run => run.Attacked, "attacked");
        AssertWithin(Defended[recipe].Clean, runs, run => run.Defended, "defended");
        AssertWithin(Defended[recipe].Attacked, runs, run => run.DefendedAttacked, "defended, attacked");
    }

    private static void AssertWithin(Reference reference, List<HandsOnResult> runs, Func<HandsOnResult, EvaluationResult> stage, string name)
    {
        foreach (var (measure, of) in new (string, Func<Metrics, double>)[] { ("HR", m => m.HitRatio), ("nDCG", m => m.Ndcg), ("AUC", m => m.Auc) })
        {
            var mean = runs.Select(run => of(stage(run).Mean)).Mean();
            var distance = (mean - of(reference.Mean)) / (of(reference.Deviation) / Math.Sqrt(Seeds));
            Assert.True(Math.Abs(distance) <= 3, FormattableString.Invariant($"{name}, {measure}: {mean:F4} against {of(reference.Mean):F4}, {distance:F1} standard errors apart"));
        }
    }

    private sealed record Reference(Metrics Mean, Metrics Deviation);
}
