using AdvRec.Evaluation;

namespace AdvRec.Studies;

/// <summary>What one budget costs by one measure: drops in per cent of the clean value, mean over seeds and 95 % interval.</summary>
/// <param name="Epsilon">Budget ε.</param>
/// <param name="Measure">Such as "nDCG@100".</param>
/// <param name="Attack">The drop under attack.</param>
/// <param name="Noise">The drop under random noise of the same size.</param>
public sealed record SweepPoint(double Epsilon, string Measure, Interval Attack, Interval Noise);
