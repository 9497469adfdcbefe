using AdvRec.Objective;

namespace AdvRec.Training;

/// <summary>Trains on one mini-batch, given its number in the epoch from 0.</summary>
/// <returns>The losses, summed over the triples, at the clean and at the perturbed factors (null if there are none).</returns>
internal delegate BatchLoss BatchStep(ReadOnlySpan<Triple> batch, int number);
