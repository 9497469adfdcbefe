namespace AdvRec.Notebooks;

/// <summary>One point of a <see cref="PointGroup"/>.</summary>
/// <param name="X">Horizontal position; the point is left out of the drawing where it is not finite.</param>
/// <param name="Y">Height; likewise.</param>
/// <param name="Label">Shown when pointed at; any text.</param>
public readonly record struct LabelledPoint(double X, double Y, string Label);
