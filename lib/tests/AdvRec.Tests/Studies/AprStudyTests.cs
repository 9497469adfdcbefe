using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Studies;
using AdvRec.Training;

namespace AdvRec.Tests.Studies;

public class AprStudyTests
{
    private static readonly AprStudyOptions s_short = new() { Seeds = 3, PlainEpochs = 2, MoreEpochs = 4, Every = 2, Draws = 2, Penalties = [1, 10], TopK = 5 };

    private static readonly AprStudy s_study = AprStudy.Run(Small.Data, s_short);

    [Fact]
    public void Every_model_is_measured_at_the_same_epochs() =>
        Assert.All(s_study.Runs.SelectMany(seed => seed), run => Assert.Equal([2, 4, 6], run.Curve.Select(at => at.Epoch)));

    [Fact]
    public void The_plain_model_is_the_trainers_own_on_the_validation_split()
    {
        var split = ValidationSplit.Of(Small.Data, s_short.Seed);
        var model = MatrixFactorization.Create(split, s_short.Seed);
        new BprTrainer(split, model, new() { Seed = s_short.Seed }).Train(6);

        Assert.Equal(new LeaveOneOutEvaluator(Small.Data, topK: 5).Evaluate(model).Mean, s_study.Runs[0][(int)AprVariant.Plain].Curve[^1].Clean);
    }

    [Fact]
    public void The_epoch_is_chosen_by_the_validation_items() =>
        Assert.All(s_study.Runs.SelectMany(seed => seed), run => Assert.Equal(run.Curve.Max(at => at.Validation), run.Chosen.Validation));

    [Fact]
    public void Rows_of_adversarial_training_are_as_long_as_they_are() =>
        Assert.All(s_study.Runs, seed =>
        {
            var apr = seed[(int)AprVariant.Apr].Chosen;
            Assert.Equal(apr.Drop.Auc, apr.RescaledDrop!.Auc, 3);
        });

    [Fact]
    public void Every_claim_is_judged_against_every_control_by_every_measure_and_corrected()
    {
        Assert.Equal(4 * 3 * 3, s_study.Findings.Count);
        Assert.All(s_study.Findings, finding =>
        {
            Assert.InRange(finding.CorrectedP!.Value, 0, 1);
            Assert.Equal(finding.Verdict == "within noise", finding.CorrectedP >= 0.05 || finding.Difference.ContainsZero);
        });
    }

    [Fact]
    public void Same_options_same_numbers()
    {
        var again = AprStudy.Run(Small.Data, s_short);

        Assert.Equal(s_study.Findings.Select(finding => finding.ToString()), again.Findings.Select(finding => finding.ToString()));
    }

    [Fact]
    public void Senseless_options_are_errors()
    {
        Assert.Contains("Seeds", Assert.Throws<ArgumentOutOfRangeException>(() => s_short with { Seeds = 1 }).Message, StringComparison.Ordinal);
        Assert.Contains("L2 weight", Assert.Throws<ArgumentException>(() => AprStudy.Run(Small.Data, s_short with { Penalties = [] })).Message, StringComparison.Ordinal);
    }
}
