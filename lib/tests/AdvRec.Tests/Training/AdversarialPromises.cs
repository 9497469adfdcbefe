using AdvRec.Attacks;
using AdvRec.Models;
using AdvRec.Training;

namespace AdvRec.Tests.Training;

public class AdversarialPromises
{
    public static TheoryData<AdversarialRecipe> Defences => [AdversarialRecipe.HandsOn, AdversarialRecipe.Corrected, AdversarialRecipe.Apr];

    [Theory, MemberData(nameof(Defences))]
    public void The_adversarial_loss_is_the_higher_one(AdversarialRecipe recipe)
    {
        var result = Defend(new() { Recipe = recipe, Epsilon = 0.1f }).Result;

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

    private static (MatrixFactorization Model, EpochResult Result) Defend(AdversarialOptions options, int threads = 1)
    {
        var model = Start(threads, out var trainer);
        return (model, new AdversarialTrainer(trainer, options).Train(1)[0]);
    }

    private static MatrixFactorization Start(int threads, out BprTrainer trainer)
    {
        var model = MatrixFactorization.Create(Small.Data, seed: 7, factors: 16, standardDeviation: 0.1);
        trainer = new(Small.Data, model, new() { BatchSize = 64, Threads = threads });
        trainer.Train(2);
        return model;
    }
}
