using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Objective;
using AdvRec.Tests.Naive;

namespace AdvRec.Tests.Attacks;

public class IterativeAttackTests
{
    private static readonly IterativeAttackOptions Ball = new() { Epsilon = 0.5f };
    private static readonly IterativeAttackOptions Box = Ball with { Budget = PerturbationBudget.Box };

    [Fact]
    public void In_the_ball_no_row_is_longer_than_epsilon()
    {
        var perturbation = new IterativeAttack(Ball).Perturb(Small.Trained(), Small.Data, seed: 1);

        Assert.All(Norms(perturbation), norm => Assert.InRange(norm, 0, 0.5 + 1e-5));
        Assert.Equal(0.5, perturbation.UserFactors.RowNorms().Max(), 4);
    }

    [Fact]
    public void In_the_box_no_number_exceeds_epsilon_but_rows_are_longer()
    {
        var perturbation = new IterativeAttack(Box).Perturb(Small.Trained(), Small.Data, seed: 1);

        foreach (var value in Matrices.ToArray(perturbation.UserFactors).Cast<double>().Concat(Matrices.ToArray(perturbation.ItemFactors).Cast<double>()))
            Assert.InRange(value, -0.5, 0.5);
        Assert.True(Norms(perturbation).Max() > 0.75);
    }

    [Fact]
    public void One_step_of_length_epsilon_is_the_fast_gradient_attack()
    {
        var model = Small.Trained();
        var one = new IterativeAttack(Ball with { Steps = 1, StepSize = 0.5f }).Perturb(model, Small.Data, seed: 3, draw: 2);

        var fast = new FastGradientAttack(0.5f).Perturb(model, Small.Data, seed: 3, draw: 2);

        Matrices.AssertEqual(Matrices.ToArray(fast.UserFactors), Matrices.ToArray(one.UserFactors), 1e-6, "users");
        Matrices.AssertEqual(Matrices.ToArray(fast.ItemFactors), Matrices.ToArray(one.ItemFactors), 1e-6, "items");
    }

    [Theory, InlineData(PerturbationBudget.Ball), InlineData(PerturbationBudget.Box)]
    public void Three_steps_are_those_of_the_textbook(PerturbationBudget budget)
    {
        // With one negative only, the draws cannot differ from the textbook's.
        var data = new LeaveOneOutDataset("one negative", [(0, 0), (0, 1), (1, 1), (1, 2)], [2, 0]);
        var triples = new[] { new Triple(0, 0, 2), new Triple(0, 1, 2), new Triple(1, 1, 0), new Triple(1, 2, 0) };
        var model = MatrixFactorization.Create(data, seed: 5, factors: 3, standardDeviation: 1);
        double[,] p = Matrices.ToArray(model.UserFactors), q = Matrices.ToArray(model.ItemFactors);
        (double[,] P, double[,] Q) delta = (new double[2, 3], new double[3, 3]);
        for (var step = 0; step < 3; step++)
        {
            var (_, gradientP, gradientQ) = new NaiveBpr(p, q, p, q).Gradient(triples, delta);
            Move(delta.P, NaiveBpr.Normalize(gradientP, 0.3), budget);
            Move(delta.Q, NaiveBpr.Normalize(gradientQ, 0.3), budget);
        }

        var perturbation = new IterativeAttack(new() { Epsilon = 0.4f, Steps = 3, StepSize = 0.3f, Budget = budget }).Perturb(model, data, seed: 1);

        Matrices.AssertEqual(delta.P, Matrices.ToArray(perturbation.UserFactors), 1e-4, "users");
        Matrices.AssertEqual(delta.Q, Matrices.ToArray(perturbation.ItemFactors), 1e-4, "items");

        static void Move(double[,] delta, double[,] step, PerturbationBudget budget)
        {
            for (var row = 0; row < delta.GetLength(0); row++)
            {
                double squares = 0;
                for (var k = 0; k < 3; k++)
                {
                    delta[row, k] += step[row, k];
                    squares += delta[row, k] * delta[row, k];
                }

                for (var k = 0; k < 3; k++)
                    delta[row, k] = budget == PerturbationBudget.Box ? Math.Clamp(delta[row, k], -0.4, 0.4) : delta[row, k] * Math.Min(1, 0.4 / Math.Sqrt(squares));
            }
        }
    }

    [Fact]
    public void More_steps_cost_at_least_as_much_as_one_and_the_box_more_than_the_ball()
    {
        var model = Small.Trained(epochs: 20);
        var evaluator = new LeaveOneOutEvaluator(Small.Data, topK: 5);
        double Attacked(Func<ulong, Perturbation> attack) => Enumerable.Range(1, 5).Average(seed => evaluator.Evaluate(model + attack((ulong)seed)).Auc);

        var fast = Attacked(seed => new FastGradientAttack(1).Perturb(model, Small.Data, seed));
        var ball = Attacked(seed => new IterativeAttack(Ball with { Epsilon = 1 }).Perturb(model, Small.Data, seed));
        var box = Attacked(seed => new IterativeAttack(Box with { Epsilon = 1 }).Perturb(model, Small.Data, seed));

        Assert.True(ball < fast && box < ball, FormattableString.Invariant($"fast {fast}, ball {ball}, box {box}"));
    }

    [Fact]
    public void Same_seed_same_bits_for_any_number_of_threads_and_the_model_stays()
    {
        var model = Small.Trained();
        var before = model.Sha256();
        string Hash(ulong seed, int draw, int threads, bool randomStart = false) =>
            (model + new IterativeAttack(Ball with { Threads = threads, RandomStart = randomStart }).Perturb(model, Small.Data, seed, draw)).Sha256();

        Assert.Single(((int[])[1, 2, 3, 8]).Select(threads => Hash(1, 0, threads)).Distinct());
        Assert.Equal(4, new[] { Hash(1, 0, 1), Hash(1, 1, 1), Hash(2, 0, 1), Hash(1, 0, 1, randomStart: true) }.Distinct().Count());
        Assert.Equal(before, model.Sha256());
    }

    [Theory, InlineData(PerturbationBudget.Ball), InlineData(PerturbationBudget.Box)]
    public void Another_draw_starts_elsewhere_inside_the_budget(PerturbationBudget budget)
    {
        var model = Small.Trained();
        var still = Ball with { Budget = budget, RandomStart = true, Steps = 1, StepSize = 0 };
        Perturbation Start(int draw) => new IterativeAttack(still).Perturb(model, Small.Data, seed: 1, draw);

        Assert.False(Start(0).UserFactors.Values.SequenceEqual(Start(1).UserFactors.Values));
        if (budget == PerturbationBudget.Ball)
        {
            Assert.All(Norms(Start(0)), norm => Assert.InRange(norm, 0, 0.5 + 1e-5));
            Assert.True(Norms(Start(0)).Min() < 0.45);
        }
    }

    [Fact]
    public void Restarts_keep_the_walk_that_raises_the_loss_most()
    {
        var model = Small.Trained(epochs: 20);
        var walk = Ball with { RandomStart = true, Steps = 2 };
        var best = new IterativeAttack(walk with { Restarts = 3 }).Perturb(model, Small.Data, seed: 1);
        var single = Enumerable.Range(0, 3).Select(draw => new IterativeAttack(walk).Perturb(model, Small.Data, seed: 1, draw)).ToList();

        Assert.Contains(single, one => one.ItemFactors.Values.SequenceEqual(best.ItemFactors.Values));
    }

    [Fact]
    public void Senseless_options_and_diverged_models_are_errors()
    {
        Assert.Contains("Steps", Assert.Throws<ArgumentOutOfRangeException>(() => Ball with { Steps = 0 }).Message, StringComparison.Ordinal);
        Assert.Contains("Epsilon", Assert.Throws<ArgumentOutOfRangeException>(() => Ball with { Epsilon = float.NaN }).Message, StringComparison.Ordinal);
        Assert.Contains("StepSize", Assert.Throws<ArgumentOutOfRangeException>(() => Ball with { StepSize = -1 }).Message, StringComparison.Ordinal);
        Assert.Contains("Budget", Assert.Throws<ArgumentOutOfRangeException>(() => Ball with { Budget = (PerturbationBudget)7 }).Message, StringComparison.Ordinal);
        var model = Small.Trained();
        model.UserFactors[0][0] = float.NaN;
        Assert.Contains("NaN or infinite", Assert.Throws<NotFiniteNumberException>(() => new IterativeAttack(Ball).Perturb(model, Small.Data, seed: 1)).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<double> Norms(Perturbation perturbation) => perturbation.UserFactors.RowNorms().Concat(perturbation.ItemFactors.RowNorms());
}
