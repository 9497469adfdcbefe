using AdvRec.Models;
using AdvRec.Objective;
using AdvRec.Tests.Naive;
using AdvRec.Training;

namespace AdvRec.Tests.Training;

public class PenaltyTests
{
    private const float Weight = 40;

    private static readonly Triple[] s_batch = [new(0, 1, 4), new(0, 3, 4), new(2, 1, 0), new(5, 4, 1)];

    [Fact]
    public void A_step_with_a_penalty_is_the_textbooks()
    {
        var model = Model();
        var naive = new NaiveBpr(Matrices.ToArray(model.UserFactors), Matrices.ToArray(model.ItemFactors), Accumulators(60), Accumulators(80));
        var trainer = new BprTrainer(Small.Data, model, new() { L2 = Weight });
        for (var step = 0; step < 3; step++)
        {
            var loss = naive.Step(s_batch, l2: Weight);
            Assert.Equal(loss, trainer.Step(s_batch), 1e-4);
        }

        Matrices.AssertEqual(naive.P, Matrices.ToArray(model.UserFactors), 1e-4, "users");
        Matrices.AssertEqual(naive.Q, Matrices.ToArray(model.ItemFactors), 1e-4, "items");
    }

    [Theory, InlineData("apr"), InlineData("corrected"), InlineData("hands-on")]
    public void An_adversarial_step_counts_the_penalty_once_and_at_the_clean_factors(string name)
    {
        var recipe = AdversarialRecipe.Named(name);
        Triple[] attack = [new(0, 1, 2), new(2, 1, 4), new(5, 4, 0)];
        var model = Model();
        var naive = new NaiveBpr(Matrices.ToArray(model.UserFactors), Matrices.ToArray(model.ItemFactors), Accumulators(60), Accumulators(80));
        var delta = (new double[60, 8], new double[80, 8]);
        var trainer = new AdversarialTrainer(new BprTrainer(Small.Data, model, new() { L2 = Weight }), new() { Recipe = recipe, Epsilon = 0.4f, Weight = 0.7f });
        for (var step = 0; step < 3; step++)
        {
            var (clean, adversarial) = naive.AdversarialStep(recipe, s_batch, attack, 0.4, 0.7, ref delta, Weight);
            var steps = trainer.Step(s_batch, attack);
            Assert.Equal(clean, steps.Clean, 1e-4);
            Assert.Equal(adversarial, steps.Adversarial!.Value, 1e-4);
        }

        Matrices.AssertEqual(naive.P, Matrices.ToArray(model.UserFactors), 1e-4, "users");
        Matrices.AssertEqual(naive.Q, Matrices.ToArray(model.ItemFactors), 1e-4, "items");
    }

    [Fact]
    public void The_textbooks_derivative_of_the_penalty_is_its_slope()
    {
        var model = Model();
        var naive = new NaiveBpr(Matrices.ToArray(model.UserFactors), Matrices.ToArray(model.ItemFactors), Accumulators(60), Accumulators(80));
        double[,] users = new double[60, 8], items = new double[80, 8];
        naive.AddPenalty(s_batch, Weight, users, items);

        Assert.Equal(Slope(naive.P, 0, 2), users[0, 2], 6);
        Assert.Equal(Slope(naive.Q, 4, 3), items[4, 3], 6);
        Assert.Equal(0, items[7, 0]);

        double Slope(double[,] matrix, int row, int k)
        {
            var value = matrix[row, k];
            matrix[row, k] = value + 1e-5;
            var above = naive.Penalty(s_batch, Weight);
            matrix[row, k] = value - 1e-5;
            var below = naive.Penalty(s_batch, Weight);
            matrix[row, k] = value;
            return (above - below) / 2e-5;
        }
    }

    [Fact]
    public void A_penalty_makes_rows_shorter() =>
        Assert.True(Small.Trained(new() { BatchSize = 64, L2 = 20 }, epochs: 10).UserFactors.RowNorms().Average()
            < Small.Trained(new() { BatchSize = 64 }, epochs: 10).UserFactors.RowNorms().Average());

    [Fact]
    public void A_negative_penalty_is_an_error() =>
        Assert.Contains("L2", Assert.Throws<ArgumentOutOfRangeException>(() => new BprOptions { L2 = -1 }).Message, StringComparison.Ordinal);

    private static MatrixFactorization Model() => MatrixFactorization.Create(Small.Data, seed: 7, factors: 8, standardDeviation: 0.3);

    private static double[,] Accumulators(int rows)
    {
        var accumulators = new double[rows, 8];
        for (var row = 0; row < rows; row++)
        {
            for (var k = 0; k < 8; k++)
                accumulators[row, k] = 0.1;
        }

        return accumulators;
    }
}
