using AdvRec.Attacks;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Studies;
using AdvRec.Tests.Naive;
using AdvRec.Training;

namespace AdvRec.Tests.Studies;

public class RobustnessChecklistTests
{
    private static readonly ChecklistOptions s_quick = new() { Draws = 2, Steps = 3, Restarts = 2, TopK = 5 };

    private static readonly MatrixFactorization s_plain = Small.Trained(epochs: 20), s_defended = Defended();

    private static readonly RobustnessChecklist s_checklist = RobustnessChecklist.Run(Small.Data, [("defended", s_defended), ("plain", s_plain)], s_quick);

    [Fact]
    public void Both_models_are_attacked_in_every_way_at_every_scale()
    {
        Assert.Equal(["one step", "BIM", "PGD", "a step in proportion", "noise"], s_checklist.Entries.Select(entry => entry.Attack).Distinct());
        Assert.Equal(
            [("defended", "defended"), ("plain", "plain"), ("plain", "defended"), ("defended", "plain")],
            s_checklist.Entries.Select(entry => (entry.Model, entry.LengthsOf)).Distinct());
        Assert.All(s_checklist.Entries.Where(entry => entry.LengthsOf == "plain"), entry => Assert.Equal(s_plain.ItemFactors.RowNorms().Average(), entry.ItemLength, 5));
    }

    [Fact]
    public void Rescaling_changes_no_ranking() => Assert.All(
        s_checklist.Entries.GroupBy(entry => entry.Model),
        model => Assert.Single(model.Select(entry => entry.Result.Clean.Ndcg).Distinct()));

    [Fact]
    public void A_verdict_is_that_of_the_same_users_paired_as_in_the_textbook()
    {
        double[] Losses(MatrixFactorization model)
        {
            var clean = Positions(Small.Data, model, null);
            var draws = Enumerable.Range(0, 2).Select(draw => Positions(Small.Data, model, new FastGradientAttack(0.5f).Perturb(model, Small.Data, s_quick.Seed, draw))).ToList();
            return [.. clean.Index().Select(user => Gain(user.Item) - draws.Average(draw => Gain(draw[user.Index])))];
        }

        var differences = Losses(s_plain.RescaleTo(s_defended)).Zip(Losses(s_defended), (plain, defended) => plain - defended).ToArray();
        var expected = Interval.Student(differences);

        var finding = Finding("one step takes less from defended than from plain, rows as long as defended's");

        Assert.Equal(expected.Mean, finding.Difference.Mean, 10);
        Assert.Equal(expected.Upper, finding.Difference.Upper, 10);
    }

    [Fact]
    public void All_verdicts_are_corrected_together()
    {
        // Accuracy; five attacks at three scales; three attacks against noise, for either model. Three measures.
        Assert.Equal((1 + 5 * 3 + 3 * 2) * 3, s_checklist.Findings.Count);
        Assert.Equal(PairedComparison.Holm([.. s_checklist.Findings.Select(finding => finding.P!.Value)]), s_checklist.Findings.Select(finding => finding.CorrectedP!.Value));
    }

    [Fact]
    public void A_stretched_model_is_found_out()
    {
        var checklist = RobustnessChecklist.Run(Small.Data, [("stretched", s_plain.Rescale(4, 4)), ("plain", s_plain)], s_quick with { Epsilon = 3 });
        string Verdict(string claim) => checklist.Findings.Single(finding => finding.Claim == claim && finding.Measure == "AUC").Verdict;

        Assert.Equal("yes", Verdict("one step takes less from stretched than from plain"));
        Assert.Equal("within noise", Verdict("one step takes less from stretched than from plain, rows as long as plain's"));
        Assert.Equal("within noise", Verdict("stretched ranks better than plain"));
    }

    [Fact]
    public void It_says_how_far_it_is_and_stops_when_told()
    {
        var told = new List<(int Done, int Of)>();
        using var stop = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => RobustnessChecklist.Run(Small.Data, [("a", s_defended), ("b", s_plain)], s_quick, (done, of) =>
        {
            told.Add((done, of));
            if (done == 2)
                stop.Cancel();
        }, stop.Token));

        Assert.Equal([(1, 20), (2, 20)], told);
    }

    [Fact]
    public void It_needs_two_models_of_different_names()
    {
        Assert.Contains("two or more", Assert.Throws<ArgumentException>(() => RobustnessChecklist.Run(Small.Data, [("a", s_plain)])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RobustnessChecklist.Run(Small.Data, [("a", s_plain), ("a", s_defended)]));
        Assert.Contains("Epsilon", Assert.Throws<ArgumentOutOfRangeException>(() => s_quick with { Epsilon = 0 }).Message, StringComparison.Ordinal);
    }

    private static Finding Finding(string claim) => s_checklist.Findings.Single(finding => finding.Claim == claim && finding.Measure == "nDCG@5");

    private static double Gain(int position) => position < 5 ? Math.Log(2) / Math.Log(position + 2) : 0;

    private static int[] Positions(AdvRec.Data.LeaveOneOutDataset data, MatrixFactorization model, Perturbation? delta)
    {
        double[,] p = Matrices.ToArray(model.UserFactors), q = Matrices.ToArray(model.ItemFactors);
        (double[,] P, double[,] Q)? by = delta is null ? null : (Matrices.ToArray(delta.UserFactors), Matrices.ToArray(delta.ItemFactors));
        return NaiveEvaluator.Positions(data, new NaiveBpr(p, q, p, q).Scores(by));
    }

    private static MatrixFactorization Defended()
    {
        var model = MatrixFactorization.Create(Small.Data, seed: 7, factors: 16, standardDeviation: 0.1);
        var trainer = new BprTrainer(Small.Data, model, new() { BatchSize = 64 });
        trainer.Train(10);
        new AdversarialTrainer(trainer, new() { Recipe = AdversarialRecipe.Apr }).Train(10);
        return model;
    }
}
