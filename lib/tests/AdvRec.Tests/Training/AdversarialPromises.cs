using AdvRec.Attacks;
using AdvRec.Models;
using AdvRec.Training;

namespace AdvRec.Tests.Training;

public class AdversarialPromises
{
    public static TheoryData<AdversarialRecipe> Defences => [AdversarialRecipe.HandsOn, AdversarialRecipe.Corrected, AdversarialRecipe.Apr, AdversarialRecipe.RandomDirection];

    [Theory, MemberData(nameof(Defences))]
    public void Bits_depend_on_the_penalty_in_every_recipe(AdversarialRecipe recipe) =>
        Assert.NotEqual(Defend(new() { Recipe = recipe }).Model.Sha256(), Defend(new() { Recipe = recipe }, penalty: 50).Model.Sha256());

    [Theory, InlineData("hands-on"), InlineData("corrected"), InlineData("apr")]
    public void The_adversarial_loss_is_the_higher_one(string recipe)
    {
        var result = Defend(new() { Recipe = AdversarialRecipe.Named(recipe), Epsilon = 0.1f }).Result;

        Assert.True(result.AdversarialLoss > result.Loss);
    }

    [Theory, MemberData(nameof(Defences))]
    public void Bits_do_not_depend_on_threads(AdversarialRecipe recipe) =>
        Assert.Single(((int[])[1, 2, 3, 8]).Select(threads => Defend(new() { Recipe = recipe }, threads).Model.Sha256()).Distinct());

    [Fact]
    public void Without_weight_the_corrected_recipe_is_plain_training() =>
        Assert.Equal(Defend(new() { Recipe = AdversarialRecipe.Plain }).Model.Sha256(), Defend(new() { Recipe = AdversarialRecipe.Corrected, Weight = 0 }).Model.Sha256());

    [Fact]
    public void The_plain_recipe_is_the_trainers_own_epoch()
    {
        var model = Start(1, out var trainer);
        trainer.Train(1);

        var control = Defend(new() { Recipe = AdversarialRecipe.Plain });
        Assert.Equal(model.Sha256(), control.Model.Sha256());
        Assert.Null(control.Result.AdversarialLoss);
    }

    [Fact]
    public void With_a_budget_of_zero_the_adversarial_term_doubles_the_clean_one()
    {
        var result = Defend(new() { Recipe = AdversarialRecipe.Apr, Epsilon = 0 }).Result;

        Assert.Equal(result.Loss, result.AdversarialLoss!.Value, 12);
    }

    [Fact]
    public void Only_the_hands_on_carries_a_perturbation()
    {
        var model = Start(1, out var trainer);
        var perturbation = new FastGradientAttack(0.5f).Perturb(model, Small.Data, seed: 1);

        Assert.Throws<ArgumentException>(() => new AdversarialTrainer(trainer, new() { Recipe = AdversarialRecipe.Apr }, perturbation));
    }

    [Fact]
    public void The_hands_on_starts_every_epoch_but_the_first_without_a_perturbation()
    {
        var oneCall = Start(1, out var trainer);
        new AdversarialTrainer(trainer, new() { Recipe = AdversarialRecipe.HandsOn }).Train(2);
        var twoTrainers = Start(1, out trainer);
        new AdversarialTrainer(trainer, new() { Recipe = AdversarialRecipe.HandsOn }).Train(1);
        new AdversarialTrainer(trainer, new() { Recipe = AdversarialRecipe.HandsOn }).Train(1);

        Assert.Equal(twoTrainers.Sha256(), oneCall.Sha256());
    }

    [Fact]
    public void A_random_direction_of_length_zero_is_the_loss_counted_twice() =>
        Assert.Equal(
            Defend(new() { Recipe = AdversarialRecipe.Apr, Epsilon = 0 }).Model.Sha256(),
            Defend(new() { Recipe = AdversarialRecipe.RandomDirection, Epsilon = 0 }).Model.Sha256());

    [Fact]
    public void A_random_direction_is_as_long_as_the_attack_and_another_in_every_batch()
    {
        Start(1, out var trainer);
        var defence = new AdversarialTrainer(trainer, new() { Recipe = AdversarialRecipe.RandomDirection, Epsilon = 0.3f });
        defence.Train(1);
        var first = defence.Perturbation;
        defence.Train(1);

        Assert.All(first.UserFactors.RowNorms().Where(norm => norm > 0), norm => Assert.Equal(0.3, norm, 4));
        Assert.False(first.UserFactors.Values.SequenceEqual(defence.Perturbation.UserFactors.Values));
    }

    private static (MatrixFactorization Model, EpochResult Result) Defend(AdversarialOptions options, int threads = 1, float penalty = 0)
    {
        var model = Start(threads, out var trainer, penalty);
        return (model, new AdversarialTrainer(trainer, options).Train(1)[0]);
    }

    private static MatrixFactorization Start(int threads, out BprTrainer trainer, float penalty = 0)
    {
        var model = MatrixFactorization.Create(Small.Data, seed: 7, factors: 16, standardDeviation: 0.1);
        trainer = new(Small.Data, model, new() { BatchSize = 64, Threads = threads, L2 = penalty });
        trainer.Train(2);
        return model;
    }
}
