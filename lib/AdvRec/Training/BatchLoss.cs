namespace AdvRec.Training;

/// <summary>The losses of a mini-batch before a step on it, in nats, summed over its triples.</summary>
/// <param name="Clean">At the model's own factors.</param>
/// <param name="Adversarial">At the perturbed factors; null where nothing is perturbed.</param>
public readonly record struct BatchLoss(double Clean, double? Adversarial);
