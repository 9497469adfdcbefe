using AdvRec.Attacks;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Studies;
using AdvRec.Training;

namespace AdvRec.Tests.Studies;

public class DefenceStudyTests
{
    private static readonly DefenceStudy Study = DefenceStudy.Run(Small.Data, new() { Recipe = AdversarialRecipe.Apr, Epochs = 3, TopK = 5, Seed = 4 }, seeds: 3, draws: 2);

    [Fact]
    public void Every_seed_has_its_defence_and_its_controls_from_the_same_start()
    {
        Assert.Equal([4ul, 5, 6], Study.Outcomes.Select(outcome => outcome.Defence.Options.Seed));
        Assert.All(Study.Outcomes, outcome =>
        {
            Assert.Equal(outcome.Defence.Trained.Positions, outcome.Control.Trained.Positions);
            Assert.Equal(outcome.Defence.Attacked.Positions, outcome.Control.Attacked.Positions);
            Assert.Equal(AdversarialRecipe.Plain, outcome.Control.Options.Recipe);
            Assert.Equal(outcome.Defence.Epochs.Count, outcome.Control.Epochs.Count);
        });
    }

    [Theory, InlineData("hands-on"), InlineData("apr")]
    public void A_seed_gives_what_its_runs_give_by_themselves(string recipe)
    {
        var options = new HandsOnOptions { Recipe = AdversarialRecipe.Named(recipe), Epochs = 3, TopK = 5, Seed = 4 };
        var outcome = DefenceStudy.Run(Small.Data, options, seeds: 2).Outcomes[0];

        foreach (var (run, inStudy) in new[] { (HandsOn.Run(Small.Data, options), outcome.Defence), (HandsOn.Run(Small.Data, outcome.Control.Options), outcome.Control) })
        {
            Assert.Equal(run.Model.Sha256(), inStudy.Model.Sha256());
            Assert.Equal(
                new[] { run.Trained, run.Attacked, run.Defended, run.DefendedAttacked }.Select(result => result.Positions),
                new[] { inStudy.Trained, inStudy.Attacked, inStudy.Defended, inStudy.DefendedAttacked }.Select(result => result.Positions));
        }
    }

    [Fact]
    public void Every_model_is_attacked_with_the_same_draws()
    {
        var outcome = Study.Outcomes[1];
        var evaluator = new LeaveOneOutEvaluator(Small.Data, topK: 5);
        var rescaled = outcome.Control.Model.RescaleTo(outcome.Defence.Model);
        var lossTwice = Trainer();
        new AdversarialTrainer(lossTwice, new() { Recipe = AdversarialRecipe.Apr, Epsilon = 0 }).Train(1);

        foreach (var (model, attacked) in new[]
        {
            (Trainer().Model, outcome.Before), (outcome.Defence.Model, outcome.Defended), (outcome.Control.Model, outcome.WithPlainEpochs),
            (rescaled, outcome.WithRowsAsLong), (lossTwice.Model, outcome.WithLossTwice),
        })
        {
            Assert.Equal(evaluator.Evaluate(model).Positions, attacked.Clean.Positions);
            Assert.Equal(
                Enumerable.Range(0, 2).Select(draw => evaluator.Evaluate(model + new FastGradientAttack(0.5f).Perturb(model, Small.Data, seed: 5, draw)).Positions),
                attacked.Draws.Select(draw => draw.Positions));
        }

        BprTrainer Trainer()
        {
            var trainer = new BprTrainer(Small.Data, MatrixFactorization.Create(Small.Data, seed: 5), new() { Seed = 5 });
            trainer.Train(3);
            return trainer;
        }
    }

    [Fact]
    public void Findings_are_the_differences_of_the_outcomes_and_corrected_together()
    {
        double Drop(AttackedEvaluation of) => 100 * (1 - of.Draws.Average(draw => draw.Auc) / of.Clean.Auc);

        var finding = Study.DefenceAgainstControl().Single(finding => finding.Measure == "AUC");
        var expected = Interval.Student([.. Study.Outcomes.Select(outcome => Drop(outcome.WithPlainEpochs) - Drop(outcome.Defended))]);

        Assert.Equal(expected.Mean, finding.Difference.Mean, 9);
        Assert.Equal(expected.Upper, finding.Difference.Upper, 9);
        Assert.Equal(["HR@5", "nDCG@5", "AUC"], Study.AccuracyAgainstBefore().Select(finding => finding.Measure));
        Assert.Equal(8 * 3, Study.Findings.Count);
        Assert.Equal(PairedComparison.Holm([.. Study.Findings.Select(one => one.P!.Value)]), Study.Findings.Select(one => one.CorrectedP!.Value));
        Assert.Equal(Study.Findings.Count, ((IReadOnlyList<Finding>[])[Study.AttackAgainstNoise(), Study.DefenceAgainstBefore(), Study.DefenceAgainstControl(), Study.DefenceAgainstRescaledControl(),
            Study.DefenceAgainstLossTwice(), Study.AccuracyAgainstBefore(), Study.AccuracyAgainstControl(), Study.AccuracyAgainstLossTwice()]).Sum(findings => findings.Count));
    }

    [Fact]
    public void Users_are_paired_by_what_the_attack_takes_from_them()
    {
        var outcome = Study.Outcomes[2];
        double Loss(AttackedEvaluation of, int user) => of.Clean.PerUser(m => m.Ndcg)[user] - of.Draws.Average(draw => draw.PerUser(m => m.Ndcg)[user]);

        var expected = PairedComparison.Of([.. Enumerable.Range(0, Small.Data.UserCount).Select(user => Loss(outcome.WithPlainEpochs, user) - Loss(outcome.Defended, user))]);

        Assert.Equal(expected.Student.Mean, Study.UserByUser(m => m.Ndcg)[2].Student.Mean, 12);
        Assert.Equal(expected.StudentP, Study.UserByUser(m => m.Ndcg)[2].StudentP, 9);
    }

    [Theory]
    [InlineData(1, 2, 3, "yes")]
    [InlineData(-3, -2, -1, "the opposite")]
    [InlineData(-1, 1, 3, "within noise")]
    public void A_verdict_follows_from_the_interval(double lower, double mean, double upper, string verdict) =>
        Assert.Equal(verdict, new Finding("claim", "AUC", new(lower, mean, upper)).Verdict);

    [Fact]
    public void A_finding_reads_as_one_line() => Assert.Equal(
        "The attack costs less (AUC): yes, +1.2 points [+0.6, +1.8]",
        new Finding("The attack costs less", "AUC", new(0.6, 1.2, 1.8), " points", 1).ToString());

    [Fact]
    public void One_seed_says_nothing_about_spread_and_no_attack_nothing_at_all()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DefenceStudy.Run(Small.Data, seeds: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DefenceStudy.Run(Small.Data, seeds: 2, draws: 0));
    }
}
