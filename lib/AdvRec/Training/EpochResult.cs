namespace AdvRec.Training;

/// <summary>What one pass over the training pairs did.</summary>
/// <param name="Epoch">Number of the epoch, from 1, counted over the life of the trainer.</param>
/// <param name="Loss">Mean BPR loss of a triple, in nats; ln 2 ≈ 0.693 is what guessing gives.</param>
/// <param name="AdversarialLoss">Mean BPR loss of a triple at the perturbed factors; null for a plain epoch.</param>
/// <param name="Triples">Number of triples trained on.</param>
/// <param name="Duration">Wall-clock time.</param>
public sealed record EpochResult(int Epoch, double Loss, double? AdversarialLoss, int Triples, TimeSpan Duration)
{
    /// <summary>One line, such as "epoch 3: loss 0.3236". Without the duration, so that two runs read the same.</summary>
    public override string ToString()
    {
        var adversarial = AdversarialLoss is { } loss ? FormattableString.Invariant($", at perturbed factors {loss:F4}") : "";
        return FormattableString.Invariant($"epoch {Epoch}: loss {Loss:F4}{adversarial}");
    }
}
