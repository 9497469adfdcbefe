using AdvRec.Attacks;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Studies;
using AdvRec.Training;

namespace AdvRec.Tests.Studies;

public class EpsilonSweepTests
{
    private static readonly HandsOnOptions Options = new() { Seed = 4, Epochs = 3, TopK = 5, Recipe = AdversarialRecipe.Apr };

    [Fact]
    public void Each_budget_has_the_mean_drop_over_seeds_with_its_interval()
    {
        var sweep = EpsilonSweep.Run(Small.Data, [0, 1], Options, seeds: 3, draws: 2);
        var evaluator = new LeaveOneOutEvaluator(Small.Data, topK: 5);
        var models = new ulong[] { 4, 5, 6 }.Select(seed =>
        {
            var model = MatrixFactorization.Create(Small.Data, seed);
            new BprTrainer(Small.Data, model, new() { Seed = seed }).Train(3);
            return (seed, model);
        }).ToList();
        double Drop(MatrixFactorization model, Func<int, Perturbation> delta) => Enumerable.Range(0, 2).Average(draw => evaluator.Evaluate(model).DropTo(evaluator.Evaluate(model + delta(draw)), m => m.Auc));
        void AssertClose(Interval expected, BudgetDrop found)
        {
            Assert.Equal(1, found.Epsilon);
            Assert.Equal((expected.Lower, expected.Mean, expected.Upper), (found.Drop.Lower, found.Drop.Mean, found.Drop.Upper), (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) + Math.Abs(a.Item3 - b.Item3) < 1e-9);
        }

        Assert.Equal(new BudgetDrop(0, new Interval(0, 0, 0)), sweep.Attack(m => m.Auc)[0]);
        Assert.Equal(new BudgetDrop(0, new Interval(0, 0, 0)), sweep.Noise(m => m.Auc)[0]);
        AssertClose(Interval.Student([.. models.Select(one => Drop(one.model, draw => new FastGradientAttack(1).Perturb(one.model, Small.Data, one.seed, draw)))]), sweep.Attack(m => m.Auc)[1]);
        AssertClose(Interval.Student([.. models.Select(one => Drop(one.model, draw => new RandomNoise(1).Perturb(one.model, one.seed, draw)))]), sweep.Noise(m => m.Auc)[1]);
    }

    [Fact]
    public void What_it_shows_is_every_budget_by_every_measure()
    {
        var sweep = EpsilonSweep.Run(Small.Data, [0.5f, 1], Options, seeds: 2);

        Assert.Equal(["HR@5", "HR@5", "nDCG@5", "nDCG@5", "AUC", "AUC"], sweep.Points.Select(point => point.Measure));
        Assert.Equal(sweep.Attack(m => m.Auc), sweep.Points.TakeLast(2).Select(point => new BudgetDrop(point.Epsilon, point.Attack)));
        Assert.Equal(sweep.Noise(m => m.Auc), sweep.Points.TakeLast(2).Select(point => new BudgetDrop(point.Epsilon, point.Noise)));
    }

    [Fact]
    public void Attack_and_noise_are_paired_by_seed_and_corrected_across_the_budgets()
    {
        var sweep = EpsilonSweep.Run(Small.Data, [0.5f, 1], Options, seeds: 3, draws: 2);

        var findings = sweep.AttackAgainstNoise(Measure.Ndcg);

        Assert.Equal(["ε = 0.5: the attack costs more than noise", "ε = 1: the attack costs more than noise"], findings.Select(finding => finding.Claim));
        Assert.All(findings.Zip(sweep.Points.Where(point => point.Measure == "nDCG@5")), pair =>
            Assert.Equal(pair.Second.Attack.Mean - pair.Second.Noise.Mean, pair.First.Difference.Mean, 9));
        Assert.Equal(PairedComparison.Holm([.. findings.Select(finding => finding.P!.Value)]), findings.Select(finding => finding.CorrectedP!.Value));
    }

    [Fact]
    public void Any_attack_is_swept()
    {
        var noise = EpsilonSweep.Run(Small.Data, [1], Options with { Attack = new RandomNoise(0) }, seeds: 2);

        Assert.Equal(noise.Noise(m => m.Auc), noise.Attack(m => m.Auc));
    }

    [Fact]
    public void A_sweep_needs_budgets_and_seeds()
    {
        Assert.Throws<ArgumentException>(() => EpsilonSweep.Run(Small.Data, [], Options));
        Assert.Throws<ArgumentOutOfRangeException>(() => EpsilonSweep.Run(Small.Data, [1], Options, seeds: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EpsilonSweep.Run(Small.Data, [-1], Options, seeds: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => EpsilonSweep.Run(Small.Data, [1], Options, seeds: 2, draws: 0));
    }
}
