using AdvRec.Figures;
using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Html;
using AdvRec.Notebooks.Loading;

namespace AdvRec.Notebooks;

/// <content>Points.</content>
public static partial class Charts
{
    /// <summary>Points in up to four groups, each with a label that shows when pointed at.</summary>
    /// <param name="title">Above the figure; any text.</param>
    /// <param name="xAxis">Title of the horizontal axis, with unit.</param>
    /// <param name="yAxis">Title of the vertical axis, with unit.</param>
    /// <param name="groups">One to four, in the order of the legend; later ones are drawn over earlier ones.</param>
    /// <exception cref="ArgumentException">No group or more than four, or a group without a point to show.</exception>
    public static Plot Scatter(string title, string xAxis, string yAxis, params PointGroup[] groups) => Scatter(title, xAxis, yAxis, new ScatterOptions(), groups);

    /// <inheritdoc cref="Scatter(string, string, string, PointGroup[])"/>
    /// <param name="title">Above the figure; any text.</param>
    /// <param name="xAxis">Title of the horizontal axis, with unit.</param>
    /// <param name="yAxis">Title of the vertical axis, with unit.</param>
    /// <param name="options">Equal scales, the diagonal, logarithmic axes, a note.</param>
    /// <param name="groups">One to four, in the order of the legend; later ones are drawn over earlier ones.</param>
    /// <exception cref="ArgumentException">
    /// No group or more than four, a group without a point to show, a value of at most 0 on a logarithmic axis,
    /// or equal scales or a diagonal where one axis alone is logarithmic.
    /// </exception>
    public static Plot Scatter(string title, string xAxis, string yAxis, ScatterOptions options, params PointGroup[] groups)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(groups);
        PointsFigure.Check(options, groups);
        return new Plot(
            title,
            options.Note ?? "",
            PointsFigure.Table(xAxis, yAxis, groups),
            FigureDrawer.Shared.Draw(PointsFigure.Of(xAxis, yAxis, options, groups)));
    }

    private static class PointsFigure
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
}
