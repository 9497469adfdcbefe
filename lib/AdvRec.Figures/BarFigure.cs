namespace AdvRec.Figures;

/// <summary>Panels side by side, each with its own scale, its groups of bars and one bar a series in every group.</summary>
/// <param name="GroupAxis">Title of the horizontal axes.</param>
/// <param name="Groups">Names below the groups.</param>
/// <param name="Series">Names in the legend.</param>
/// <param name="Panels">From left to right.</param>
internal sealed record BarFigure(string GroupAxis, IReadOnlyList<string> Groups, IReadOnlyList<string> Series, IReadOnlyList<BarPanel> Panels);

/// <param name="Title">Heading of the panel.</param>
/// <param name="ValueAxis">Title of the vertical axis, with unit.</param>
/// <param name="Bars">Per series, one bar a group.</param>
internal sealed record BarPanel(string Title, string ValueAxis, IReadOnlyList<IReadOnlyList<Bar>> Bars);

/// <param name="Value">Height, at least 0.</param>
/// <param name="Error">Half length of the error bar; NaN for none.</param>
/// <param name="Lines">Written above the bar, a line each.</param>
/// <param name="Hover">Shown when pointed at.</param>
internal sealed record Bar(double Value, double Error, IReadOnlyList<string> Lines, string Hover);
