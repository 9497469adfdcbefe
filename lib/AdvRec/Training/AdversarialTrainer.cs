using AdvRec.Attacks;
using AdvRec.Models;
using AdvRec.Objective;

namespace AdvRec.Training;

/// <summary>
/// Adversarial training of a BPR model: minimises L(Θ) + λ·L(Θ + Δ), where Δ is the perturbation of norm ε that raises the loss most to first order.
/// He et al. 2018, "Adversarial Personalized Ranking for Recommendation", equations 7 to 10. Δ is held constant in the gradient.
/// </summary>
public sealed class AdversarialTrainer
{
    private readonly BprTrainer _trainer;
    private readonly BatchGradient _gradient;
    private readonly AttackMemory _memory;
    private bool _epochIsOver;

    /// <param name="trainer">Has trained the model so far; its optimiser, epochs and seed go on.</param>
    /// <param name="options">Defaults if null.</param>
    /// <param name="carried">
    /// For <see cref="AdversarialRecipe.HandsOn"/> only: the perturbation that an attack before the training left in the original's model. None if null.
    /// </param>
    /// <exception cref="ArgumentException">
    /// A perturbation is carried into a recipe that has no use for it, or is not of the model's users, items and factors.
    /// </exception>
    public AdversarialTrainer(BprTrainer trainer, AdversarialOptions? options = null, Perturbation? carried = null)
        : this(trainer, options ?? new(), Memory(trainer, carried))
    {
        if (carried is not null && !Options.Recipe.CarriesPerturbation)
            throw new ArgumentException($"The recipe {Options.Recipe} takes the clean loss at the clean factors: it carries no perturbation.", nameof(carried));
    }

    /// <summary>With memory for the attacks; the perturbation in it is the one carried.</summary>
    internal AdversarialTrainer(BprTrainer trainer, AdversarialOptions options, AttackMemory memory)
    {
        Options = options;
        _trainer = trainer;
        _gradient = trainer.Gradient;
        _memory = memory;
    }

    /// <summary>How it perturbs and weighs.</summary>
    public AdversarialOptions Options { get; }

    /// <summary>A copy of the perturbation that the last step used.</summary>
    public Perturbation Perturbation => _memory.Delta.Copy();

    /// <summary>Trains some adversarial epochs more.</summary>
    /// <inheritdoc cref="BprTrainer.Train"/>
    public IReadOnlyList<EpochResult> Train(int epochs, Action<EpochResult>? onEpoch = null, CancellationToken cancellation = default) =>
        _trainer.RunEpochs(
            epochs,
            (batch, number) => Step(
                batch, SortedTriples.Drawn(_trainer.Data, new(_trainer.Options.Seed, Purpose.AttackNegatives, _trainer.Epochs, number)), number),
            result =>
            {
                // The original evaluates after every epoch, and for that sets its perturbation to zero.
                if (Options.Recipe.CarriesPerturbation)
                    _epochIsOver = true;
                onEpoch?.Invoke(result);
            },
            cancellation);

    /// <summary>One step on one mini-batch, with explicit triples for the attack.</summary>
    /// <param name="batch">The mini-batch.</param>
    /// <param name="attack">
    /// The triples whose loss the perturbation raises; not used by <see cref="AdversarialRecipe.Apr"/>, which attacks the batch, nor by the two recipes that attack nothing.
    /// </param>
    /// <returns>The batch's losses before the step, in nats, summed over the triples: the clean one, and the one at the perturbed factors (null for plain).</returns>
    /// <exception cref="ArgumentOutOfRangeException">A triple names a user or an item that the model does not have.</exception>
    public BatchLoss Step(ReadOnlySpan<Triple> batch, IReadOnlyList<Triple> attack)
    {
        ArgumentNullException.ThrowIfNull(attack);
        SortedTriples.ThrowIfOutside(batch, _trainer.Model);
        return Step(batch, SortedTriples.Of(attack, _trainer.Model), number: 0);
    }

    private BatchLoss Step(ReadOnlySpan<Triple> batch, SortedTriples attacked, int number)
    {
        if (Options.Recipe.Perturbation is not { } perturbation)
            return new(_trainer.TrainOn(batch), null);

        if (_epochIsOver)
            _memory.Delta.SetToZero();
        _epochIsOver = false;

        _gradient.Begin(batch);

        // ∇L(batch; Θ); the original is still at the perturbation of the batch before.
        var clean = Options.Recipe.CarriesPerturbation ? _gradient.Add(_memory.Delta) : _gradient.Add(batch);

        // Δ = ε·g/‖g‖
        perturbation(new(_trainer, _memory, Options.Epsilon, number, attacked));

        // λ·∇L(batch; Θ + Δ)
        var adversarial = _gradient.Add(_memory.Delta, Options.Weight);

        _gradient.AddPenalty(_trainer.Options.L2);
        _trainer.Adagrad.Step(_gradient);
        return new(clean, adversarial);
    }

    private static AttackMemory Memory(BprTrainer trainer, Perturbation? carried)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        if (carried is not null)
            Shapes.ThrowIfDifferent(trainer.Model, carried);
        return new(carried?.Copy() ?? Perturbation.Zero(trainer.Model), trainer.Options.Threads);
    }
}
