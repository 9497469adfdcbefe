using AdvRec.Attacks;
using AdvRec.Evaluation;

namespace AdvRec.Tests.Evaluation;

public class AttackedEvaluationTests
{
    private static readonly EvaluationResult s_clean = Result(0, 3);

    [Fact]
    public void The_mean_over_the_draws_counts()
    {
        var attacked = new AttackedEvaluation(s_clean, Result(2, 3), Result(4, 7));

        Assert.Equal((2 + 3 + 4 + 7) / 4.0 / 10, 1 - attacked.Attacked.Auc, 12);
        Assert.Equal(100 * (1 - attacked.Attacked.Auc / s_clean.Auc), attacked.Drop.Auc, 12);
        Assert.Equal([0.3, 0.2], attacked.Losses(m => m.Auc).Select(loss => Math.Round(loss, 12)));
    }

    [Fact]
    public void With_one_draw_it_is_the_plain_drop_and_its_own_standard_error()
    {
        var draw = Result(2, 9);
        var attacked = new AttackedEvaluation(s_clean, draw);

        Assert.Equal(s_clean.DropTo(draw, m => m.Ndcg), attacked.Drop.Ndcg, 12);
        Assert.Equal(draw.IntervalOf(Measure.Ndcg), attacked.IntervalOf(Measure.Ndcg));
    }

    [Fact]
    public void Nothing_can_drop_from_nothing() =>
        Assert.True(double.IsNaN(new AttackedEvaluation(Result(10, 10), Result(10, 10)).Drop.HitRatio));

    [Fact]
    public void The_evaluator_draws_as_the_attack_does()
    {
        var model = Small.Trained();
        var evaluator = new LeaveOneOutEvaluator(Small.Data, topK: 5);
        var attack = new FastGradientAttack(0.5f);

        var attacked = evaluator.Evaluate(model, attack, seed: 4, draws: 3);

        Assert.Equal(evaluator.Evaluate(model).Positions, attacked.Clean.Positions);
        Assert.Equal(
            Enumerable.Range(0, 3).Select(draw => evaluator.Evaluate(model + attack.Perturb(model, Small.Data, 4, draw)).Positions),
            attacked.Draws.Select(draw => draw.Positions));
    }

    [Fact]
    public void No_draw_other_users_or_another_K_are_errors()
    {
        Assert.Throws<ArgumentException>(() => new AttackedEvaluation(s_clean));
        Assert.Throws<ArgumentException>(() => new AttackedEvaluation(s_clean, new EvaluationResult([1], [10], topK: 3)));
        Assert.Throws<ArgumentException>(() => new AttackedEvaluation(s_clean, new EvaluationResult([1, 2], [10, 10], topK: 4)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LeaveOneOutEvaluator(Small.Data).Evaluate(Small.Trained(), new RandomNoise(1), seed: 1, draws: 0));
    }

    private static EvaluationResult Result(params int[] positions) => new(positions, [.. positions.Select(_ => 10)], topK: 3);
}
