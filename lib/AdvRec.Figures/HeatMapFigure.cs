namespace AdvRec.Figures;

/// <summary>A grid of cells coloured by value.</summary>
/// <param name="XAxis">Title of the horizontal axis.</param>
/// <param name="Columns">Names from left to right.</param>
/// <param name="YAxis">Title of the vertical axis.</param>
/// <param name="Rows">Names from top to bottom.</param>
/// <param name="Cells">Per row, one a column.</param>
/// <param name="ValueName">Title of the colour bar, with unit.</param>
internal sealed record HeatMapFigure(
    string XAxis, IReadOnlyList<string> Columns, string YAxis, IReadOnlyList<string> Rows, IReadOnlyList<IReadOnlyList<HeatMapCell>> Cells, string ValueName);

/// <param name="Value">NaN for an empty cell.</param>
/// <param name="Text">Written in the cell where there is room.</param>
/// <param name="Hover">Shown when pointed at.</param>
internal sealed record HeatMapCell(double Value, string Text, string Hover);
