namespace AdvRec.Figures;

/// <summary>Lines over whole numbers, such as a loss by epoch.</summary>
/// <param name="CountAxis">Title of the horizontal axis.</param>
/// <param name="ValueAxis">Title of the vertical axis, with unit; it starts at 0.</param>
/// <param name="Lines">In the order of the legend.</param>
/// <param name="Reference">A level across the whole figure to compare with.</param>
internal sealed record LineFigure(string CountAxis, string ValueAxis, IReadOnlyList<LineSeries> Lines, ReferenceLevel Reference);

/// <param name="Name">In the legend.</param>
/// <param name="Points">From left to right; a value of NaN leaves a gap.</param>
internal sealed record LineSeries(string Name, IReadOnlyList<LinePoint> Points);

/// <param name="Count">Horizontal position.</param>
/// <param name="Value">Height.</param>
/// <param name="Hover">Shown when pointed at.</param>
internal sealed record LinePoint(int Count, double Value, string Hover);

/// <param name="Name">In the legend.</param>
/// <param name="Value">Height.</param>
internal sealed record ReferenceLevel(string Name, double Value);
