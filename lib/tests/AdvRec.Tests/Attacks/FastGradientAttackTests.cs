using AdvRec.Attacks;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Objective;

namespace AdvRec.Tests.Attacks;

public class FastGradientAttackTests
{
    [Fact]
    public void Every_row_with_a_gradient_moves_by_epsilon()
    {
        var perturbation = new FastGradientAttack(0.5f).Perturb(Small.Trained(), Small.Data, seed: 1);

        Assert.All(perturbation.UserFactors.RowNorms(), norm => Assert.Equal(0.5, norm, 5));
        Assert.All(perturbation.ItemFactors.RowNorms().Where(norm => norm > 0), norm => Assert.Equal(0.5, norm, 5));
    }

    [Fact]
    public void An_attack_changes_no_model()
    {
        var model = Small.Trained();
        var before = model.Sha256();

        var attacked = model + new FastGradientAttack(0.5f).Perturb(model, Small.Data, seed: 1);

        Assert.Equal(before, model.Sha256());
        Assert.NotEqual(before, attacked.Sha256());
    }

    [Fact]
    public void An_attack_raises_the_loss_and_lowers_the_ranking_more_than_a_random_step_of_the_same_size()
    {
        var model = Small.Trained(epochs: 20);
        var evaluator = new LeaveOneOutEvaluator(Small.Data, topK: 5);
        var clean = evaluator.Evaluate(model).Auc;

        var attacked = evaluator.Evaluate(model + new FastGradientAttack(2).Perturb(model, Small.Data, seed: 1)).Auc;

        var random = MatrixFactorization.Create(Small.Data, seed: 99, factors: 16, standardDeviation: 1);
        var noise = new Perturbation(OfNorm(random.UserFactors, 2), OfNorm(random.ItemFactors, 2));
        var shaken = evaluator.Evaluate(model + noise).Auc;
        Assert.True(attacked < shaken - 0.1 && attacked < clean - 0.1, FormattableString.Invariant($"clean {clean}, attacked {attacked}, random {shaken}"));
    }

    [Fact]
    public void A_budget_of_zero_moves_nothing()
    {
        var model = Small.Trained();

        Assert.Equal(model.Sha256(), (model + new FastGradientAttack(0).Perturb(model, Small.Data, seed: 1)).Sha256());
    }

    [Fact]
    public void Same_seed_same_bits_for_any_number_of_threads()
    {
        var model = Small.Trained();
        string Hash(ulong seed, int draw, int threads) => (model + new FastGradientAttack(0.5f, threads).Perturb(model, Small.Data, seed, draw)).Sha256();

        Assert.Single(((int[])[1, 2, 3, 8]).Select(threads => Hash(1, 0, threads)).Distinct());
        Assert.NotEqual(Hash(1, 0, 1), Hash(1, 1, 1));
        Assert.NotEqual(Hash(1, 0, 1), Hash(2, 0, 1));
    }

    [Fact]
    public void Negatives_are_drawn_anew_and_never_positives()
    {
        // A user whose only negative is the held-out item: attacking it is the same whatever the seed.
        var data = new AdvRec.Data.LeaveOneOutDataset("one negative", [(0, 0), (0, 1)], [2]);
        var model = MatrixFactorization.Create(data, seed: 1, factors: 3);
        var explicitly = new FastGradientAttack(0.5f).Perturb(model, [new Triple(0, 0, 2), new Triple(0, 1, 2)]);

        for (ulong seed = 0; seed < 20; seed++)
            Assert.Equal(explicitly.ItemFactors.Values.ToArray(), new FastGradientAttack(0.5f).Perturb(model, data, seed).ItemFactors.Values.ToArray());
    }

    [Fact]
    public void A_diverged_model_cannot_be_attacked()
    {
        var model = Small.Trained();
        model.UserFactors[0][0] = float.NaN;

        Assert.Contains("NaN or infinite", Assert.Throws<NotFiniteNumberException>(() => new FastGradientAttack(0.5f).Perturb(model, Small.Data, seed: 1)).Message, StringComparison.Ordinal);
    }

    private static FactorMatrix OfNorm(FactorMatrix factors, float norm)
    {
        for (var row = 0; row < factors.Rows; row++)
        {
            var scale = norm / factors.RowNorms()[row];
            foreach (ref var value in factors[row])
                value *= (float)scale;
        }

        return factors;
    }
}
