namespace AdvRec.Studies;

/// <summary>One model of one seed of an <see cref="AprStudy"/>.</summary>
/// <param name="Variant">How it was trained.</param>
/// <param name="L2">Its L2 weight; 0 but for the penalised.</param>
/// <param name="Curve">Every measurement, by epoch.</param>
/// <param name="Chosen">The measurement of the epoch with the best validation nDCG.</param>
public sealed record AprRun(AprVariant Variant, float L2, IReadOnlyList<AprCheckpoint> Curve, AprCheckpoint Chosen);
