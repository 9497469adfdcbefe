using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Training;

namespace AdvRec.Tests.Training;

public class TrainingPromises
{
    [Fact]
    public void Training_lowers_the_loss_and_beats_guessing()
    {
        var model = MatrixFactorization.Create(Small.Data, seed: 7, factors: 16);
        var epochs = new BprTrainer(Small.Data, model, new() { BatchSize = 64 }).Train(20);

        Assert.Equal(Math.Log(2), epochs[0].Loss, 0.05);
        Assert.True(epochs[^1].Loss < 0.5 * epochs[0].Loss);
        Assert.True(new LeaveOneOutEvaluator(Small.Data).Evaluate(model).Auc > 0.7);
    }

    [Fact]
    public void Same_seed_same_bits_and_another_seed_other_bits()
    {
        Assert.Equal(Small.Trained(new() { Seed = 1 }).Sha256(), Small.Trained(new() { Seed = 1, Threads = 3 }).Sha256());
        Assert.NotEqual(Small.Trained(new() { Seed = 1 }).Sha256(), Small.Trained(new() { Seed = 2 }).Sha256());
    }

    [Fact]
    public void Epochs_in_one_call_or_in_several_are_the_same()
    {
        var model = MatrixFactorization.Create(Small.Data, seed: 7, factors: 16, standardDeviation: 0.1);
        var trainer = new BprTrainer(Small.Data, model, new() { BatchSize = 64 });
        trainer.Train(1);
        trainer.Train(2);

        Assert.Equal(3, trainer.Epochs);
        Assert.Equal(Small.Trained(epochs: 3).Sha256(), model.Sha256());
    }

    [Fact]
    public void No_epochs_change_nothing()
    {
        var model = MatrixFactorization.Create(Small.Data, seed: 7, factors: 16, standardDeviation: 0.1);
        var before = model.Sha256();

        Assert.Empty(new BprTrainer(Small.Data, model).Train(0));
        Assert.Equal(before, model.Sha256());
        Assert.Throws<ArgumentOutOfRangeException>(() => new BprTrainer(Small.Data, model).Train(-1));
    }

    [Fact]
    public void The_last_partial_batch_is_trained_on_unless_it_is_to_be_dropped()
    {
        var pairs = Small.Data.TrainingPairCount;
        var all = new BprTrainer(Small.Data, Small.Trained(), new() { BatchSize = 100 }).Train(1)[0];
        var full = new BprTrainer(Small.Data, Small.Trained(), new() { BatchSize = 100, DropPartialBatch = true }).Train(1)[0];

        Assert.NotEqual(0, pairs % 100);
        Assert.Equal(pairs, all.Triples);
        Assert.Equal(pairs / 100 * 100, full.Triples);
    }

    [Fact]
    public void A_batch_larger_than_the_data_is_the_data_and_an_error_if_partial_batches_are_dropped()
    {
        Assert.Equal(Small.Data.TrainingPairCount, new BprTrainer(Small.Data, Small.Trained(), new() { BatchSize = 100_000 }).Train(1)[0].Triples);

        var error = Assert.Throws<ArgumentException>(() => new BprTrainer(Small.Data, Small.Trained(), new() { BatchSize = 100_000, DropPartialBatch = true }));
        Assert.Contains("do not fill one batch of 100000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Diverging_training_is_an_error_that_names_the_epoch()
    {
        var model = MatrixFactorization.Create(Small.Data, seed: 7, factors: 16);
        var trainer = new BprTrainer(Small.Data, model, new() { LearningRate = 1e38f });

        var error = Assert.Throws<NotFiniteNumberException>(() => trainer.Train(3));
        Assert.Contains("diverged in epoch 1", error.Message, StringComparison.Ordinal);
        Assert.Contains("smaller learning rate", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cancelling_stops_between_batches()
    {
        using var cancellation = new CancellationTokenSource();
        var trainer = new BprTrainer(Small.Data, Small.Trained(), new() { BatchSize = 64 });

        Assert.Throws<OperationCanceledException>(() => trainer.Train(1000, _ => cancellation.Cancel(), cancellation.Token));
        Assert.Equal(2, trainer.Epochs);
    }

    [Fact]
    public void A_model_of_another_data_set_is_an_error()
    {
        var other = new LeaveOneOutDataset("other", [(0, 0)], [1]);
        Assert.Contains("create the model from this data set", Assert.Throws<ArgumentException>(() => new BprTrainer(other, Small.Trained())).Message, StringComparison.Ordinal);
    }

    public static TheoryData<Action> BadOptions => new(
        () => _ = new BprOptions { LearningRate = float.NaN },
        () => _ = new BprOptions { LearningRate = 0 },
        () => _ = new BprOptions { LearningRate = float.PositiveInfinity },
        () => _ = new BprOptions { InitialAccumulator = float.NaN },
        () => _ = new BprOptions { InitialAccumulator = -1 },
        () => _ = new BprOptions { BatchSize = 0 },
        () => _ = new BprOptions { Threads = -1 },
        () => _ = new AdversarialOptions { Epsilon = -0.1f },
        () => _ = new AdversarialOptions { Epsilon = float.NaN },
        () => _ = new AdversarialOptions { Weight = float.NaN },
        () => _ = new AdversarialOptions { Weight = -1 },
        () => _ = AdversarialRecipe.Named("Apr"),
        () => _ = new FastGradientAttack(float.PositiveInfinity),
        () => _ = new FastGradientAttack(-1),
        () => _ = new FastGradientAttack(1, threads: -1),
        () => _ = new LeaveOneOutEvaluator(Small.Data, topK: 0),
        () => _ = MatrixFactorization.Create(Small.Data, seed: 1, factors: 0),
        () => _ = MatrixFactorization.Create(Small.Data, seed: 1, standardDeviation: double.NaN));

    [Theory, MemberData(nameof(BadOptions), DisableDiscoveryEnumeration = true)]
    public void A_bad_option_is_an_error_that_names_it(Action create)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(create);
        Assert.False(string.IsNullOrEmpty(error.ParamName));
    }
}
