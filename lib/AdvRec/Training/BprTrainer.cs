using System.Diagnostics;
using AdvRec.Data;
using AdvRec.Models;
using AdvRec.Numerics;
using AdvRec.Objective;

namespace AdvRec.Training;

/// <summary>
/// Bayesian Personalized Ranking by mini-batch Adagrad: minimises L = Σ softplus(−x_uij), x_uij = ⟨p_u, q_i − q_j⟩, over triples of a user,
/// one of its training items and one item drawn anew each epoch. Rendle et al. 2009, BPR-Opt (section 4.1), by default without regularisation.
/// </summary>
/// <remarks>
/// Score differences are clipped to [−80, 10⁸], beyond which the derivative is 0. The gradients of a batch are summed at the factors before the step;
/// losses are reported without the L2 penalty (<see cref="BprOptions.L2"/>). Random draws are functions of (seed, epoch, index), as <c>CounterRandom</c> documents.
/// </remarks>
public sealed class BprTrainer
{
    private readonly TripleSampler _sampler;

    /// <param name="data">Training pairs.</param>
    /// <param name="model">The model to train, in place.</param>
    /// <param name="options">Defaults if null.</param>
    /// <exception cref="ArgumentException">Model and data differ in users or items, or no full batch exists and partial ones are dropped.</exception>
    public BprTrainer(LeaveOneOutDataset data, MatrixFactorization model, BprOptions? options = null)
    {
        Shapes.ThrowIfDifferent(model, data);
        Data = data;
        Model = model;
        Options = options ?? new();
        if (Options.DropPartialBatch && data.TrainingPairCount < Options.BatchSize)
        {
            throw new ArgumentException(
                $"{data.TrainingPairCount} training pairs do not fill one batch of {Options.BatchSize}, and {nameof(BprOptions.DropPartialBatch)} is set: nothing would be trained.",
                nameof(options));
        }

        Adagrad = new(model, Options.LearningRate, Options.InitialAccumulator);
        Gradient = new(model);
        _sampler = new(data, Options.Seed);
    }

    /// <summary>Training pairs.</summary>
    public LeaveOneOutDataset Data { get; }

    /// <summary>The model that is trained.</summary>
    public MatrixFactorization Model { get; }

    /// <summary>How it trains.</summary>
    public BprOptions Options { get; }

    /// <summary>Epochs trained so far, adversarial ones included.</summary>
    public int Epochs { get; private set; }

    internal Adagrad Adagrad { get; }

    internal BatchGradient Gradient { get; }

    /// <summary>Trains some epochs more.</summary>
    /// <param name="epochs">How many; 0 changes nothing.</param>
    /// <param name="onEpoch">Called after each.</param>
    /// <param name="cancellation">Checked between batches; the model is then left between two steps, usable. By default, that of the notebook cell which is running.</param>
    /// <returns>One result per epoch.</returns>
    /// <exception cref="NotFiniteNumberException">The loss or a factor became NaN or infinite; the message names the epoch.</exception>
    public IReadOnlyList<EpochResult> Train(int epochs, Action<EpochResult>? onEpoch = null, CancellationToken cancellation = default) =>
        RunEpochs(epochs, (batch, _) => new(TrainOn(batch), null), onEpoch, cancellation);

    /// <summary>One step on one mini-batch: g = ∇L(batch; Θ), Θ ← Adagrad(Θ, g).</summary>
    /// <param name="batch">Triples; an item or user may occur many times.</param>
    /// <returns>L(batch; Θ) before the step, in nats, summed over the triples.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A triple names a user or an item that the model does not have.</exception>
    public double Step(ReadOnlySpan<Triple> batch)
    {
        SortedTriples.ThrowIfOutside(batch, Model);
        return TrainOn(batch);
    }

    internal double TrainOn(ReadOnlySpan<Triple> batch)
    {
        Gradient.Begin(batch);
        var loss = Gradient.Add(batch);
        Gradient.AddPenalty(Options.L2);
        Adagrad.Step(Gradient);
        return loss;
    }

    /// <summary>A trainer that goes on from here by itself, with a model of its own.</summary>
    internal BprTrainer Copy()
    {
        var copy = new BprTrainer(Data, Model.Copy(), Options) { Epochs = Epochs };
        Adagrad.UserAccumulators.Values.CopyTo(copy.Adagrad.UserAccumulators.Values);
        Adagrad.ItemAccumulators.Values.CopyTo(copy.Adagrad.ItemAccumulators.Values);
        return copy;
    }

    /// <summary>Trains some epochs by any step.</summary>
    internal IReadOnlyList<EpochResult> RunEpochs(int epochs, BatchStep step, Action<EpochResult>? onEpoch, CancellationToken cancellation)
    {
        Valid.AtLeast(0, epochs, nameof(epochs));
        cancellation = HostCancellation.Or(cancellation);
        var results = new List<EpochResult>(epochs);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            var result = RunEpoch(step, cancellation);
            results.Add(result);
            onEpoch?.Invoke(result);
        }

        return results;
    }

    private EpochResult RunEpoch(BatchStep step, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        Epochs++;
        _sampler.StartEpoch(Epochs);

        var pairs = Data.TrainingPairCount;
        Span<Triple> batch = new Triple[Math.Min(Options.BatchSize, pairs)];
        double loss = 0, adversarialLoss = 0;
        int trained = 0, number = 0;
        var isAdversarial = false;
        while (trained < pairs && (!Options.DropPartialBatch || trained + batch.Length <= pairs))
        {
            cancellation.ThrowIfCancellationRequested();
            batch = batch[..Math.Min(batch.Length, pairs - trained)];
            _sampler.Fill(trained, batch);
            var (clean, adversarial) = step(batch, number++);
            loss += clean;
            adversarialLoss += adversarial ?? 0;
            isAdversarial |= adversarial is not null;
            trained += batch.Length;
        }

        ThrowIfDiverged(loss + adversarialLoss);
        return new(Epochs, loss / trained, isAdversarial ? adversarialLoss / trained : null, trained, clock.Elapsed);
    }

    private void ThrowIfDiverged(double loss)
    {
        if (!double.IsFinite(loss) || !Scan.AllFinite(Model.UserFactors.Values) || !Scan.AllFinite(Model.ItemFactors.Values))
        {
            throw new NotFiniteNumberException(FormattableString.Invariant(
                $"Training diverged in epoch {Epochs}: the loss is {loss} and factors are no longer finite. Use a smaller learning rate than {Options.LearningRate} or smaller initial factors."));
        }
    }
}
