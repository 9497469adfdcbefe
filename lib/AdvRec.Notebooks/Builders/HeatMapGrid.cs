using AdvRec.Figures;
using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Html;

namespace AdvRec.Notebooks.Builders;

/// <summary>What <see cref="Charts.HeatMap"/> shows, as a figure and as a table.</summary>
internal static class HeatMapGrid
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
