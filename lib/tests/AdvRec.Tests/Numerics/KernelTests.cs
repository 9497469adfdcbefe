using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Numerics;
using AdvRec.Objective;
using AdvRec.Tests.Naive;
using AdvRec.Training;
using CsCheck;

namespace AdvRec.Tests.Numerics;

/// <summary>Every kernel against its naive twin, on random shapes.</summary>
public class KernelTests
{
    private static readonly Gen<RandomCase> Cases = Gen.Select(Gen.Int[1, 12], Gen.Int[2, 40], Gen.Int[1, 200], Gen.ULong, RandomCase.Create);

    private static readonly int[] ThreadCounts = [1, 2, 3, 8];

    [Fact]
    public void Gradient_of_a_batch() => Cases.Sample(one =>
    {
        var (loss, p, q) = one.Naive().Gradient(one.Triples);
        var gradient = new BatchGradient(one.Model);
        gradient.Begin(one.Triples);

        Matrices.AssertClose(loss, gradient.Add(one.Triples), 1e-5, "loss");
        AssertEqual(p, Matrices.ToFactors(gradient.Users));
        AssertEqual(q, Matrices.ToFactors(gradient.Items));
    }, iter: 200);

    [Fact]
    public void Gradient_of_the_training_set_with_any_number_of_threads() => Cases.Sample(one =>
    {
        var (loss, p, q) = one.Naive().Gradient(one.Triples);
        var results = ThreadCounts.Select(threads =>
        {
            var gradient = Gradient.Zero(one.Model);
            Matrices.AssertClose(loss, new FullGradient(one.Model, new(threads)).Compute(one.Model, SortedTriples.Of(one.Triples, one.Model), gradient), 1e-5, "loss");
            AssertEqual(p, gradient.Users);
            AssertEqual(q, gradient.Items);
            return gradient;
        }).ToList();

        Assert.All(results, result => Assert.Equal(results[0].Users.Values.ToArray(), result.Users.Values.ToArray()));
        Assert.All(results, result => Assert.Equal(results[0].Items.Values.ToArray(), result.Items.Values.ToArray()));
    }, iter: 100);

    [Fact]
    public void Training_step() => Cases.Sample(one =>
    {
        var naive = one.Naive();
        naive.Step(one.Triples);
        var model = one.Model.Copy();
        new BprTrainer(one.Data, model).Step(one.Triples);

        Matrices.AssertEqual(naive.P, Matrices.ToArray(model.UserFactors), 1e-4, "P");
        Matrices.AssertEqual(naive.Q, Matrices.ToArray(model.ItemFactors), 1e-4, "Q");
    }, iter: 200);

    [Fact]
    public void Scores_of_any_block_of_users() => Cases.Sample(one =>
    {
        var expected = one.Naive().Scores();
        for (var first = 0; first < one.Model.UserCount; first += 5)
        {
            var count = Math.Min(5, one.Model.UserCount - first);
            var scores = new float[count * one.Model.ItemCount];
            one.Model.Score(first, count, scores);
            for (var user = 0; user < count; user++)
            {
                for (var item = 0; item < one.Model.ItemCount; item++)
                {
                    Assert.Equal(expected[first + user, item], scores[user * one.Model.ItemCount + item], 1e-4);
                    Assert.Equal(one.Model.Score(first + user, item), scores[user * one.Model.ItemCount + item]);
                }
            }
        }
    }, iter: 100);

    [Fact]
    public void Positions_of_held_out_items_with_many_ties() => Cases.Sample(one =>
    {
        // Scores of few different values, exact in single precision: ties everywhere.
        var scores = new double[one.Data.UserCount, one.Data.ItemCount];
        var random = new SplitMixLike(one.Seed);
        for (var user = 0; user < one.Data.UserCount; user++)
        {
            for (var item = 0; item < one.Data.ItemCount; item++)
                scores[user, item] = random.Next(4);
        }

        Assert.Equal(NaiveEvaluator.Positions(one.Data, scores), new LeaveOneOutEvaluator(one.Data, threads: 2).Evaluate(new ScoreTable(scores)).Positions);
    }, iter: 200);

    [Fact]
    public void Negatives_are_the_first_draws_that_are_not_positives_even_if_one_item_is_left() => Cases.Sample(one =>
    {
        var sampler = new NegativeSampler(one.Data);
        var random = new CounterRandom(one.Seed, Purpose.TrainingNegatives);
        for (var user = 0; user < one.Data.UserCount; user++)
        {
            var items = one.Data.TrainingItems(user).ToArray();
            var negatives = new int[items.Length];
            var redrawn = sampler.Draw(random, user, user, negatives).ToArray();

            int Attempts(int k) => Enumerable.Range(0, int.MaxValue).First(attempt => !items.Contains(random.Integer(one.Data.ItemCount, user + k, attempt)));
            Assert.Equal(items.Select((_, k) => random.Integer(one.Data.ItemCount, user + k, Attempts(k))), negatives);
            Assert.Equal(Enumerable.Range(0, items.Length).Where(k => Attempts(k) > 0), redrawn);
        }
    }, iter: 200);

    [Fact]
    public void Loss_and_derivative_over_the_whole_range() => Gen.Float[-90, 90].Array[1, 50].Sample(x =>
    {
        var derivative = (float[])x.Clone();
        var loss = BprLoss.ToDerivatives(derivative);

        Matrices.AssertClose(x.Sum(value => NaiveBpr.Loss(value)), loss, 1e-6, "loss", floor: 1e-30);
        for (var t = 0; t < x.Length; t++)
            Matrices.AssertClose(NaiveBpr.LossDerivative(x[t]), derivative[t], 1e-6, $"derivative at {x[t]}", floor: 1e-31);
    });

    [Theory, InlineData(float.NaN), InlineData(float.PositiveInfinity), InlineData(float.NegativeInfinity)]
    public void One_value_that_is_not_finite_is_found_anywhere(float value)
    {
        for (var length = 1; length < 70; length++)
        {
            var values = new float[length];
            Assert.True(Scan.AllFinite(values));
            values[length / 2] = value;
            Assert.False(Scan.AllFinite(values));
        }
    }

    private static void AssertEqual(double[,] expected, FactorMatrix actual) => Matrices.AssertEqual(expected, Matrices.ToArray(actual), 1e-3, "gradient");
}
