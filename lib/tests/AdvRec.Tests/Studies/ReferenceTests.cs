using AdvRec.Evaluation;
using AdvRec.Studies;
using AdvRec.Training;
using MathNet.Numerics.Statistics;

namespace AdvRec.Tests.Studies;

/// <summary>The hands-on over twenty seeds against twenty seeds of an independent implementation, on the original's data.</summary>
public class ReferenceTests
{
    private const int Seeds = 20;

    private static readonly Reference Trained = new((.2752, .0672, .8237), (.0078, .0023, .0024));
    private static readonly Reference Attacked = new((.2208, .0537, .7879), (.0115, .0039, .0050));

    /// <summary>Defended and, next to it, defended and attacked, by recipe: means and standard deviations of HR, nDCG and AUC.</summary>
    private static readonly Dictionary<AdversarialRecipe, (Reference Clean, Reference Attacked)> Defended = new()
    {
        [AdversarialRecipe.HandsOn] = (new((.2847, .0705, .8330), (.0109, .0028, .0022)), new((.2418, .0586, .8058), (.0186, .0053, .0045))),
        [AdversarialRecipe.Corrected] = (new((.2862, .0699, .8331), (.0098, .0024, .0022)), new((.2360, .0568, .8033), (.0167, .0044, .0046))),
        [AdversarialRecipe.Apr] = (new((.2761, .0691, .8247), (.0085, .0028, .0022)), new((.2306, .0567, .7905), (.0165, .0039, .0049))),
        [AdversarialRecipe.Plain] = (new((.2826, .0690, .8299), (.0072, .0022, .0023)), new((.2260, .0546, .7982), (.0144, .0039, .0037))),
    };

    [Theory]
    [InlineData("hands-on")]
    [InlineData("corrected")]
    [InlineData("apr")]
    [InlineData("plain")]
    public void Means_of_all_four_stages_lie_within_three_standard_errors(string recipe)
    {
        var (data, _) = Movielens500.Load();
        var runs = Enumerable.Range(1, Seeds).Select(seed => HandsOn.Run(data, new() { Seed = (ulong)seed, Recipe = AdversarialRecipe.Named(recipe) })).ToList();

        AssertWithin(Trained, runs, run => run.Trained, "trained");
        AssertWithin(Attacked, runs, run => run.Attacked, "attacked");
        AssertWithin(Defended[AdversarialRecipe.Named(recipe)].Clean, runs, run => run.Defended, "defended");
        AssertWithin(Defended[AdversarialRecipe.Named(recipe)].Attacked, runs, run => run.DefendedAttacked, "defended, attacked");
    }

    private static void AssertWithin(Reference reference, List<HandsOnResult> runs, Func<HandsOnResult, EvaluationResult> stage, string name)
    {
        foreach (var measure in Measure.All)
        {
            var mean = runs.Select(run => stage(run).Mean[measure]).Mean();
            var distance = (mean - reference.Mean[measure]) / (reference.Deviation[measure] / Math.Sqrt(Seeds));
            Assert.True(Math.Abs(distance) <= 3, FormattableString.Invariant($"{name}, {measure}: {mean:F4} against {reference.Mean[measure]:F4}, {distance:F1} standard errors apart"));
        }
    }

    private sealed class Reference((double, double, double) mean, (double, double, double) deviation)
    {
        public Dictionary<Measure, double> Mean { get; } = ByMeasure(mean);

        public Dictionary<Measure, double> Deviation { get; } = ByMeasure(deviation);

        private static Dictionary<Measure, double> ByMeasure((double HitRatio, double Ndcg, double Auc) of) =>
            new() { [Measure.HitRatio] = of.HitRatio, [Measure.Ndcg] = of.Ndcg, [Measure.Auc] = of.Auc };
    }
}
