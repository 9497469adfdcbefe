namespace AdvRec.Figures;

/// <summary>Points in groups.</summary>
/// <param name="X">The horizontal axis.</param>
/// <param name="Y">The vertical axis.</param>
/// <param name="Groups">In the order of the legend.</param>
/// <param name="EqualScale">Whether a unit is as long on both axes.</param>
/// <param name="Diagonal">Whether the line y = x is drawn.</param>
internal sealed record ScatterFigure(FigureAxis X, FigureAxis Y, IReadOnlyList<ScatterSeries> Groups, bool EqualScale, bool Diagonal);

/// <param name="Name">In the legend.</param>
/// <param name="Points">Those that are not finite are left out.</param>
internal sealed record ScatterSeries(string Name, IReadOnlyList<ScatterMark> Points);

/// <param name="X">Horizontal position.</param>
/// <param name="Y">Height.</param>
/// <param name="Hover">Shown when pointed at.</param>
internal sealed record ScatterMark(double X, double Y, string Hover);
