using AdvRec.Evaluation;

namespace AdvRec.Studies;

/// <summary>A point of a learning curve.</summary>
/// <param name="Epoch">After how many epochs.</param>
/// <param name="Value">Mean over seeds and 95 % interval.</param>
public sealed record EpochValue(double Epoch, Interval Value);
