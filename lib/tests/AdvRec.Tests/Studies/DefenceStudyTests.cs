using AdvRec.Evaluation;
using AdvRec.Studies;
using AdvRec.Training;

namespace AdvRec.Tests.Studies;

public class DefenceStudyTests
{
    private static readonly DefenceStudy Study = DefenceStudy.Run(Small.Data, new() { Recipe = AdversarialRecipe.Apr, Epochs = 3, TopK = 5, Seed = 4 }, seeds: 3);

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
    public void Findings_are_the_differences_of_the_outcomes()
    {
        double Drop(EvaluationResult clean, EvaluationResult attacked) => 100 * (1 - attacked.Auc / clean.Auc);

        var finding = Study.DefenceAgainstControl().Single(finding => finding.Measure == "AUC");

        Assert.Equal(
            Interval.Student([.. Study.Outcomes.Select(outcome =>
                Drop(outcome.Control.Defended, outcome.Control.DefendedAttacked) - Drop(outcome.Defence.Defended, outcome.Defence.DefendedAttacked))]),
            finding.Difference);
        Assert.Equal(["HR@5", "nDCG@5", "AUC"], Study.AccuracyAgainstBefore().Select(finding => finding.Measure));
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
    public void One_seed_says_nothing_about_spread() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DefenceStudy.Run(Small.Data, seeds: 1));
}
