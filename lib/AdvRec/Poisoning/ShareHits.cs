using AdvRec.Evaluation;

namespace AdvRec.Poisoning;

/// <summary>How often the target is recommended after fake users have joined.</summary>
/// <param name="Share">Fake users, as a share of the real ones.</param>
/// <param name="Percent">The target's HR@K in per cent: mean over targets and 95 % interval.</param>
public sealed record ShareHits(double Share, Interval Percent);
