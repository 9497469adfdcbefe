namespace AdvRec.Figures;

/// <summary>Lines over numbers, each with a band where its points have one.</summary>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Curves">In the order of the legend.</param>
/// <param name="Reference">A level across the whole figure to compare with, or null.</param>
internal sealed record CurveFigure(FigureAxis X, FigureAxis Y, IReadOnlyList<CurveSeries> Curves, ReferenceLevel? Reference);

/// <param name="Name">In the legend.</param>
/// <param name="Points">In the order they are connected; a height that is not finite leaves a gap.</param>
/// <param name="IsConnected">Whether a line connects the points; without one each is marked.</param>
internal sealed record CurveSeries(string Name, IReadOnlyList<CurveSample> Points, bool IsConnected = true);

/// <param name="X">Horizontal position.</param>
/// <param name="Y">Height.</param>
/// <param name="Lower">Lower end of the band; NaN for none.</param>
/// <param name="Upper">Upper end of the band; NaN for none.</param>
/// <param name="Hover">Shown when pointed at.</param>
internal sealed record CurveSample(double X, double Y, double Lower, double Upper, string Hover);

/// <param name="Name">In the legend.</param>
/// <param name="Value">Height.</param>
internal sealed record ReferenceLevel(string Name, double Value);
