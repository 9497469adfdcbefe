namespace AdvRec.Notebooks;

/// <summary>One point of a <see cref="Curve"/>.</summary>
/// <param name="X">Horizontal position; finite.</param>
/// <param name="Y">Height; NaN leaves a gap.</param>
/// <param name="Lower">Lower end of the band around the curve; NaN for no band.</param>
/// <param name="Upper">Upper end of the band around the curve; NaN for no band.</param>
public readonly record struct CurvePoint(double X, double Y, double Lower = double.NaN, double Upper = double.NaN);
