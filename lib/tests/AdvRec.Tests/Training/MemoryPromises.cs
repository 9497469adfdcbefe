using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Models;
using AdvRec.Objective;
using AdvRec.Studies;
using AdvRec.Training;

namespace AdvRec.Tests.Training;

public class MemoryPromises
{
    [Fact]
    public void After_the_first_step_a_training_step_allocates_nothing()
    {
        var batch = Batch(64);
        var trainer = new BprTrainer(Small.Data, Small.Trained());
        trainer.Step(batch);

        Assert.Equal(0, Allocated(() => trainer.Step(batch)));
        Assert.Equal(0, Allocated(() => trainer.Step(batch.AsSpan(0, 10))));
    }

    [Theory, InlineData("hands-on"), InlineData("corrected"), InlineData("apr"), InlineData("plain")]
    public void An_adversarial_epoch_allocates_the_same_for_many_batches_as_for_few(string recipe)
    {
        var few = EpochAllocates(AdversarialRecipe.Named(recipe), batchSize: 128);
        var many = EpochAllocates(AdversarialRecipe.Named(recipe), batchSize: 8);

        Assert.True(many <= few, $"{few} bytes in batches of 128, {many} in batches of 8");
    }

    [Fact]
    public void Batches_of_any_lengths_train_as_a_fresh_trainer_would()
    {
        var model = Small.Trained();
        var trainer = new BprTrainer(Small.Data, model);
        foreach (var length in (int[])[3, 200, 1, 64, 0, 201])
        {
            var copy = model.Copy();
            var fresh = new BprTrainer(Small.Data, copy);
            trainer.Adagrad.UserAccumulators.Values.CopyTo(fresh.Adagrad.UserAccumulators.Values);
            trainer.Adagrad.ItemAccumulators.Values.CopyTo(fresh.Adagrad.ItemAccumulators.Values);

            Assert.Equal(fresh.Step(Batch(length)), trainer.Step(Batch(length)));
            Assert.Equal(copy.Sha256(), model.Sha256());
        }
    }

    [Theory, InlineData("hands-on"), InlineData("apr")]
    public void A_complete_hands_on_needs_little_more_than_its_data_factors_accumulators_and_gradients(string recipe)
    {
        var data = MiddleSized();
        HandsOnOptions options = new() { Recipe = AdversarialRecipe.Named(recipe), Epochs = 1, Threads = 1 };
        // Once before, so that what the runtime itself allocates at first use is not counted.
        HandsOn.Run(Small.Data, options with { DropPartialBatch = false });

        var allocated = Allocated(() => HandsOn.Run(data, options), runs: 1);
        var pairs = 8L * data.TrainingPairCount;
        var needed = pairs + 3L * (data.UserCount + data.ItemCount) * 64 * sizeof(float);
        Assert.True(pairs + allocated <= 1.5 * needed, FormattableString.Invariant($"{(double)(pairs + allocated) / needed:F3} times the least"));
    }

    [Fact]
    public void A_perturbed_model_scores_without_a_copy_as_with_one()
    {
        var model = Small.Trained();
        var perturbation = new FastGradientAttack(0.5f).Perturb(model, Small.Data, seed: 1);
        var (sum, view) = (model + perturbation, new PerturbedModel(model, perturbation));
        foreach (var (first, count) in ((int, int)[])[(0, 8), (3, 1), (0, 60), (51, 9)])
        {
            float[] expected = new float[count * model.ItemCount], actual = new float[count * model.ItemCount];
            sum.Score(first, count, expected);
            view.Score(first, count, actual);
            Assert.Equal(expected, actual);
        }
    }

    [Theory, InlineData("hands-on"), InlineData("corrected"), InlineData("apr")]
    public void The_hands_on_in_one_memory_is_the_one_in_many(string recipe)
    {
        var run = HandsOn.Run(Small.Data, new() { Recipe = AdversarialRecipe.Named(recipe), Epochs = 2, DropPartialBatch = false, Threads = 1 });

        var trainer = HandsOn.Trainer(Small.Data, run.Options);
        trainer.Train(2);
        var perturbation = new FastGradientAttack(run.Options.Epsilon).Perturb(trainer.Model, Small.Data, run.Options.Seed);
        new AdversarialTrainer(trainer, run.Options.Defence, run.Options.Recipe == AdversarialRecipe.HandsOn ? perturbation : null).Train(1);
        Assert.Equal(trainer.Model.Sha256(), run.Model.Sha256());
    }

    private static long EpochAllocates(AdversarialRecipe recipe, int batchSize)
    {
        var trainer = new BprTrainer(Small.Data, Small.Trained(), new() { BatchSize = batchSize, Threads = 1 });
        var defence = new AdversarialTrainer(trainer, new() { Recipe = recipe });
        defence.Train(1);
        return Allocated(() => defence.Train(1));
    }

    /// <returns>Bytes allocated by this thread, garbage included: the least of some runs, since a collection meanwhile counts what is left of the thread's buffer.</returns>
    private static long Allocated(Action work, int runs = 5) => Enumerable.Range(0, runs).Min(_ =>
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    });

    private static Triple[] Batch(int length) =>
        [.. Enumerable.Range(0, length).Select(t => new Triple(t * 7 % 60, t * 11 % 80, (t * 13 + 1) % 80))];

    /// <summary>As many users, items and pairs as the hands-on's own data.</summary>
    private static LeaveOneOutDataset MiddleSized()
    {
        const int Users = 500, Items = 3_172, PerUser = 147;
        return new(
            "middle-sized",
            Enumerable.Range(0, Users * PerUser).Select(pair => (pair / PerUser, (pair / PerUser * 31 + pair % PerUser * 21) % Items)),
            [.. Enumerable.Range(0, Users).Select(user => (user * 31 + Items - 1) % Items)],
            itemCount: Items);
    }
}
