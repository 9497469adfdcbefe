using AdvRec.Figures;
using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Html;
using AdvRec.Notebooks.Loading;

namespace AdvRec.Notebooks;

/// <content>A grid of cells.</content>
public static partial class Charts
{
    /// <summary>A grid of cells, the lighter the higher; their numbers are written in them where there are at most 8 × 8.</summary>
    /// <param name="title">Above the figure; any text.</param>
    /// <param name="xAxis">Title of the horizontal axis, with unit.</param>
    /// <param name="columns">Names from left to right.</param>
    /// <param name="yAxis">Title of the vertical axis, with unit.</param>
    /// <param name="rows">Names from top to bottom.</param>
    /// <param name="values">Per row, one value a column; NaN leaves the cell empty.</param>
    /// <param name="valueName">Title of the colour bar, with unit.</param>
    /// <param name="decimals">Decimals of the numbers, 0 to 15.</param>
    /// <exception cref="ArgumentException">Values that do not fit the names, or none that is finite.</exception>
    public static Plot HeatMap(
        string title, string xAxis, IReadOnlyList<string> columns, string yAxis, IReadOnlyList<string> rows, IReadOnlyList<IReadOnlyList<double>> values, string valueName, int decimals = 1)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 15);
        HeatMapGrid.Check(columns, rows, values);
        return new Plot(
            title,
            HeatMapGrid.Note(valueName, values),
            HeatMapGrid.Table(xAxis, columns, yAxis, rows, values, decimals),
            FigureDrawer.Shared.Draw(HeatMapGrid.Of(xAxis, columns, yAxis, rows, values, valueName, decimals)));
    }

    private static class HeatMapGrid
    {
        public static void Check(IReadOnlyList<string> columns, IReadOnlyList<string> rows, IReadOnlyList<IReadOnlyList<double>> values)
        {
            if (values.Count != rows.Count)
                throw new ArgumentException($"{values.Count} rows of values for {rows.Count} row names; give one of each per row.", nameof(values));
            for (var i = 0; i < rows.Count; i++)
            {
                if (values[i].Count != columns.Count)
                    throw new ArgumentException($"Row '{rows[i]}' has {values[i].Count} values for {columns.Count} columns; give one per column, NaN for none.", nameof(values));
            }

            if (!values.Any(row => row.Any(double.IsFinite)))
                throw new ArgumentException("No value to show; at least one must be finite.", nameof(values));
        }

        public static HeatMapFigure Of(
            string xAxis, IReadOnlyList<string> columns, string yAxis, IReadOnlyList<string> rows, IReadOnlyList<IReadOnlyList<double>> values, string valueName, int decimals) => new(
            xAxis, columns, yAxis, rows,
            [.. values.Select((row, i) => (IReadOnlyList<HeatMapCell>)[.. row.Select((value, j) => new HeatMapCell(
                value,
                Print.Number(value, decimals),
                $"{yAxis}: {Isolated.Of(rows[i])}\n{xAxis}: {Isolated.Of(columns[j])}\n{valueName}: {Print.Number(value, decimals)}"))])],
            valueName);

        public static Table Table(string xAxis, IReadOnlyList<string> columns, string yAxis, IReadOnlyList<string> rows, IReadOnlyList<IReadOnlyList<double>> values, int decimals) => new(
            [$"{yAxis} \\ {xAxis}", .. columns],
            [.. values.Select((row, i) => (IReadOnlyList<string>)[rows[i], .. row.Select(value => Print.Number(value, decimals))])]);

        public static string Note(string valueName, IReadOnlyList<IReadOnlyList<double>> values) =>
            $"Colour: {valueName}; the lighter, the higher." + (values.Any(row => row.Any(v => !double.IsFinite(v))) ? " ×: no value." : "");
    }
}
