using AdvRec.Figures;
using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Html;

namespace AdvRec.Notebooks.Builders;

/// <summary>What <see cref="Charts.Scatter(string, string, string, PointGroup[])"/> shows, as a figure and as a table.</summary>
internal static class PointsFigure
{
    public static void Check(ScatterOptions options, PointGroup[] groups)
    {
        Checks.Count(groups.Length, "group", nameof(groups));
        if (options.LogX != options.LogY && (options.EqualScale || options.Diagonal))
            throw new ArgumentException("EqualScale and Diagonal compare the axes; set both or neither of LogX and LogY.", nameof(options));
        foreach (var (name, points) in groups)
        {
            Checks.HasPoints(name, points.Count, points.Count(p => double.IsFinite(p.X) && double.IsFinite(p.Y)), nameof(groups));
            if (options.LogX) Checks.FitsLog(name, points.Select(p => p.X), "x", nameof(options.LogX), nameof(groups));
            if (options.LogY) Checks.FitsLog(name, points.Select(p => p.Y), "y", nameof(options.LogY), nameof(groups));
        }
    }

    public static ScatterFigure Of(string xAxis, string yAxis, ScatterOptions options, PointGroup[] groups) => new(
        new(xAxis, options.LogX),
        new(yAxis, options.LogY),
        [.. groups.Select(g => new ScatterSeries(g.Name, [.. g.Points.Select(p => new ScatterMark(p.X, p.Y, Hover(g.Name, p, xAxis, yAxis)))]))],
        options.EqualScale,
        options.Diagonal);

    public static Table Table(string xAxis, string yAxis, PointGroup[] groups) => Html.Table.Beginning(
        ["Group", "Label", xAxis, yAxis],
        [.. groups.SelectMany(g => g.Points.Select(p => (IReadOnlyList<string>)[g.Name, p.Label, NumberText.Short(p.X), NumberText.Short(p.Y)]))],
        textColumns: 2, "points");

    private static string Hover(string name, LabelledPoint point, string xAxis, string yAxis) =>
        $"{Isolated.Of(point.Label)}\n{Isolated.Of(name)}\n{xAxis}: {NumberText.Short(point.X)}\n{yAxis}: {NumberText.Short(point.Y)}";
}
