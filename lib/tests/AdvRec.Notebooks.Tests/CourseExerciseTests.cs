using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Objective;
using AdvRec.Training;

namespace AdvRec.Notebooks.Tests;

/// <summary>The checks of the course's exercises, on answers that learners give: none, right ones, and the mistakes that are to be expected.</summary>
public class CourseExerciseTests
{
    private static readonly LeaveOneOutDataset s_data = new(
        "two tastes", [.. Enumerable.Range(0, 40).SelectMany(user => Enumerable.Range(0, 4).Select(at => (user, 2 * ((user + 3 * at) % 15) + user % 2)).Distinct())],
        [.. Enumerable.Range(0, 40).Select(user => 2 * ((user + 12) % 15) + user % 2)], itemCount: 30);

    private static readonly LeaveOneOutEvaluator s_evaluator = new(s_data, topK: 5);
    private static readonly MatrixFactorization s_model = Trained();

    [Fact]
    public void Without_an_answer_every_check_waits() => Assert.All(
        new[]
        {
            Exercise.CheckDensity(null, s_data), Exercise.CheckTie(null), Exercise.CheckNdcg(null), Exercise.CheckAuc(null), Exercise.CheckUnchangedMeasure(null),
            Exercise.CheckLossDerivative(null, 1), Exercise.CheckUserGradient(null, [1], [1], [0]), Exercise.CheckDoubledUser(null),
            Exercise.CheckFastGradient(null, s_model, [new Triple(0, 0, 1)], 1), Exercise.CheckMoreHarmfulHalf(null, s_model, Attack(), s_evaluator),
            Exercise.CheckNoiseBudget(null, s_model, s_data, s_evaluator),
            Exercise.CheckGradientCount(null, s_data), Exercise.CheckControl(null), Exercise.CheckHolm(null), Exercise.CheckFingerprint(null, s_model),
            Exercise.CheckScaleFactor(null), Exercise.CheckStretch(null, s_model, s_data, s_evaluator), Exercise.CheckLopsided(null),
            Exercise.CheckLongestRow(null), Exercise.CheckLargeBudget(null, s_data, 1), Exercise.CheckDroppedItem(null, s_model, s_model, s_data),
        },
        result => Assert.StartsWith("○", result.ToString(), StringComparison.Ordinal));

    [Fact]
    public void Ratings()
    {
        var density = s_data.TrainingPairCount / 1200.0;
        Right(Exercise.CheckDensity(density, s_data));
        Wrong("per cent", Exercise.CheckDensity(100 * density, s_data));
        Wrong("items per user", Exercise.CheckDensity(density * 30, s_data));
        Wrong("decimal point", Exercise.CheckDensity(0, s_data));
        Right(Exercise.CheckTie(2));
        Wrong("tie counts against", Exercise.CheckTie(1));
        Wrong("count from 0", Exercise.CheckTie(3));
        Right(Exercise.CheckNdcg(0.5));
        Wrong("hit ratio", Exercise.CheckNdcg(1));
        Right(Exercise.CheckAuc(0.6));
        Wrong("the share below", Exercise.CheckAuc(0.4));
        Right(Exercise.CheckUnchangedMeasure("auc"));
        Wrong("no hit any more", Exercise.CheckUnchangedMeasure("HR"));
    }

    [Theory, InlineData(-2), InlineData(0), InlineData(0.3)]
    public void Bpr(double x)
    {
        var derivative = -1 / (1 + Math.Exp(x));
        Right(Exercise.CheckLossDerivative(derivative, x));
        Wrong("the sign is not", Exercise.CheckLossDerivative(-derivative, x));
        Wrong("inside a logarithm", Exercise.CheckLossDerivative(-Math.Exp(-x), x));

        float[] p = [0.5f, -1, 2], q = [1, 0, 0.25f], r = [0, 1, (float)((0.5 + 1 + 0.5 - x) / 2)];
        var difference = p.Select((value, k) => value * (q[k] - (double)r[k])).Sum();
        float[] gradient = [.. q.Select((value, k) => (float)(-(value - r[k]) / (1 + Math.Exp(difference))))];
        Right(Exercise.CheckUserGradient(gradient, p, q, r));
        Wrong("The sign is the opposite", Exercise.CheckUserGradient([.. gradient.Select(value => -value)], p, q, r));

        Right(Exercise.CheckDoubledUser(0));
        Wrong("order", Exercise.CheckDoubledUser(15));
    }

    [Fact]
    public void Attacks()
    {
        var triples = new[] { new Triple(3, 1, 2), new Triple(3, 7, 8) };
        float[] p = s_model.UserFactors[3].ToArray(), gradient = new float[p.Length];
        foreach (var (user, positive, negative) in triples)
        {
            var x = s_model.Score(user, positive) - s_model.Score(user, negative);
            for (var k = 0; k < p.Length; k++)
                gradient[k] -= (s_model.ItemFactors[positive][k] - s_model.ItemFactors[negative][k]) / (1 + MathF.Exp(x));
        }

        var length = MathF.Sqrt(gradient.Sum(value => value * value));
        Right(Exercise.CheckFastGradient([.. gradient.Select(value => 0.5f * value / length)], s_model, triples, 0.5f));
        Wrong("times as long", Exercise.CheckFastGradient(gradient, s_model, triples, 0.5f));
        Wrong("opposite", Exercise.CheckFastGradient([.. gradient.Select(value => -0.5f * value / length)], s_model, triples, 0.5f));

        string[] halves = [Exercise.CheckMoreHarmfulHalf("users", s_model, Attack(), s_evaluator).ToString(), Exercise.CheckMoreHarmfulHalf("items", s_model, Attack(), s_evaluator).ToString()];
        Assert.Single(halves, half => half.StartsWith('✓'));
        Assert.Single(halves, half => half.StartsWith('✗'));

        Wrong("Take more", Exercise.CheckNoiseBudget(0, s_model, s_data, s_evaluator));
        Wrong("Take less", Exercise.CheckNoiseBudget(1e6f, s_model, s_data, s_evaluator));
        Wrong("0 or more", Exercise.CheckNoiseBudget(-1, s_model, s_data, s_evaluator));
        Wrong("0 or more", Exercise.CheckNoiseBudget(float.PositiveInfinity, s_model, s_data, s_evaluator));
    }

    [Fact]
    public void Defence()
    {
        var data = Larger();
        double all = data.TrainingPairCount;
        Right(Exercise.CheckGradientCount(5 * all + 2 * all, data));
        Wrong("attacks alone", Exercise.CheckGradientCount(5 * all, data));
        Wrong("two gradients", Exercise.CheckGradientCount(6 * all, data));
        Wrong("what Apr needs", Exercise.CheckGradientCount(2 * all, data));
        Right(Exercise.CheckControl(" Plain "));
        Wrong("sixth epoch", Exercise.CheckControl("before"));
        Right(Exercise.CheckHolm([0.03f, 0.06f, 0.06f]));
        Wrong("index 1", Exercise.CheckHolm([0.03f, 0.04f, 0.06f]));
        Right(Exercise.CheckFingerprint(s_model.Sha256(), s_model));
        Wrong("weight: 0", Exercise.CheckFingerprint("abc", s_model));
    }

    [Fact]
    public void Epsilon()
    {
        Right(Exercise.CheckScaleFactor(4));
        Wrong("Turn it round", Exercise.CheckScaleFactor(0.25));
        Right(Exercise.CheckStretch(1e6f, s_model, s_data, s_evaluator));
        Wrong("The attack costs", Exercise.CheckStretch(1, s_model, s_data, s_evaluator));
        Wrong("above 0", Exercise.CheckStretch(0, s_model, s_data, s_evaluator));
        Right(Exercise.CheckLopsided("robustness"));
        Wrong("all scores are the same", Exercise.CheckLopsided("scores"));
    }

    [Fact]
    public void Beyond()
    {
        Right(Exercise.CheckLongestRow(4));
        Wrong("square, sum, take the root", Exercise.CheckLongestRow(32));
        string[] outcomes = [Exercise.CheckLargeBudget("stays", s_data, 1).ToString(), Exercise.CheckLargeBudget("collapses", s_data, 1).ToString()];
        Assert.Single(outcomes, outcome => outcome.StartsWith("✓ Exercise 2: right. nDCG goes from", StringComparison.Ordinal));
        Assert.Single(outcomes, outcome => outcome.StartsWith('✗'));

        var other = new MatrixFactorization(s_model.UserFactors.Copy(), new(30, s_model.Factors));
        for (var item = 0; item < 30; item++)
            other.ItemFactors[item][0] = item;
        var listed = Lists(s_model).ToList();
        var dropped = listed.Except(Lists(other)).MaxBy(item => (listed.Count(one => one == item), -item));
        Right(Exercise.CheckDroppedItem(dropped, s_model, other, s_data));
        Wrong("Count how often", Exercise.CheckDroppedItem(dropped + 1, s_model, other, s_data));
        Wrong("another pair", Exercise.CheckDroppedItem(1, s_model, s_model, s_data));
    }

    private static void Right(ExerciseResult result) => Assert.StartsWith("✓", result.ToString(), StringComparison.Ordinal);

    private static void Wrong(string says, ExerciseResult result)
    {
        Assert.StartsWith("✗", result.ToString(), StringComparison.Ordinal);
        Assert.Contains(says, result.ToString(), StringComparison.Ordinal);
    }

    private static IEnumerable<int> Lists(MatrixFactorization model) =>
        Enumerable.Range(0, s_data.UserCount).SelectMany(user => Recommendations.For(model, s_data, user).Select(entry => entry.Item));

    /// <summary>2400 training pairs: five batches of 512.</summary>
    private static LeaveOneOutDataset Larger() => new(
        "larger", Enumerable.Range(0, 1200).SelectMany(user => new[] { (user, 0), (user, 1) }), [.. Enumerable.Repeat(2, 1200)], itemCount: 3);

    private static Perturbation Attack() => new FastGradientAttack(2).Perturb(s_model, s_data, seed: 1);

    private static MatrixFactorization Trained()
    {
        var model = MatrixFactorization.Create(s_data, seed: 1, factors: 8, standardDeviation: 0.1);
        new BprTrainer(s_data, model, new() { BatchSize = 32 }).Train(40);
        return model;
    }
}
