using AdvRec.Evaluation;
using AdvRec.Notebooks.Builders;
using AdvRec.Notebooks.Loading;
using AdvRec.Studies;
using AdvRec.Training;

namespace AdvRec.Notebooks;

/// <summary>The figures of the course. End a cell with one, or call <c>.Display()</c> on it.</summary>
public static class Charts
{
    /// <summary>HR@K, nDCG@K and AUC of one model before and after an attack, with the drop in per cent.</summary>
    /// <param name="clean">Evaluated as trained.</param>
    /// <param name="attacked">Evaluated with perturbed factors, for the same users and K.</param>
    /// <param name="title">Above the figure; any text.</param>
    /// <exception cref="ArgumentException">The results differ in K or in the number of users.</exception>
    public static Plot MetricDrops(EvaluationResult clean, EvaluationResult attacked, string? title = null) =>
        MetricDrops(title, new MetricDrop("model", clean, attacked));

    /// <summary>HR@K, nDCG@K and AUC of several models before and after an attack, side by side.</summary>
    /// <param name="drops">One or more models; up to four are easy to read.</param>
    /// <exception cref="ArgumentException">No model, or results that differ in K or, for one model, in the number of users.</exception>
    public static Plot MetricDrops(params MetricDrop[] drops) => MetricDrops(null, drops);

    /// <inheritdoc cref="MetricDrops(MetricDrop[])"/>
    /// <param name="title">Above the figure; any text.</param>
    /// <param name="drops">One or more models; up to four are easy to read.</param>
    public static Plot MetricDrops(string? title, params MetricDrop[] drops)
    {
        ArgumentNullException.ThrowIfNull(drops);
        MetricDropFigure.Check(drops);
        return new Plot(
            title ?? "What the attack costs",
            MetricDropFigure.Note(drops),
            MetricDropFigure.Table(drops),
            FigureDrawer.Shared.Draw(MetricDropFigure.Of(drops)));
    }

    /// <summary>Mean loss per triple by epoch, at the clean and, where there is one, at the perturbed factors; ln 2, what guessing gives, for comparison.</summary>
    /// <param name="epochs">One or more, as the trainer returns them.</param>
    /// <param name="title">Above the figure; any text.</param>
    /// <exception cref="ArgumentException">No epoch.</exception>
    public static Plot Loss(IReadOnlyList<EpochResult> epochs, string? title = null)
    {
        ArgumentNullException.ThrowIfNull(epochs);
        LossFigure.Check(epochs);
        return new Plot(
            title ?? "Training loss",
            LossFigure.Note,
            LossFigure.Table(epochs),
            FigureDrawer.Shared.Draw(LossFigure.Of(epochs)));
    }

    /// <summary>Up to four lines over numbers, each with a band where its points have one.</summary>
    /// <param name="title">Above the figure; any text.</param>
    /// <param name="xAxis">Title of the horizontal axis, with unit.</param>
    /// <param name="yAxis">Title of the vertical axis, with unit; it includes 0.</param>
    /// <param name="curves">One to four, in the order of the legend.</param>
    /// <exception cref="ArgumentException">No curve or more than four, or a curve without a point to show.</exception>
    public static Plot Curves(string title, string xAxis, string yAxis, params Curve[] curves) => Curves(title, xAxis, yAxis, new CurveOptions(), curves);

    /// <inheritdoc cref="Curves(string, string, string, Curve[])"/>
    /// <param name="title">Above the figure; any text.</param>
    /// <param name="xAxis">Title of the horizontal axis, with unit.</param>
    /// <param name="yAxis">Title of the vertical axis, with unit.</param>
    /// <param name="options">Logarithmic axes, a level to compare with, a note.</param>
    /// <param name="curves">One to four, in the order of the legend.</param>
    /// <exception cref="ArgumentException">No curve or more than four, a curve without a point to show, or a value of at most 0 on a logarithmic axis.</exception>
    public static Plot Curves(string title, string xAxis, string yAxis, CurveOptions options, params Curve[] curves)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(curves);
        CurvesFigure.Check(options, curves);
        return new Plot(
            title,
            options.Note ?? "",
            CurvesFigure.Table(xAxis, yAxis, curves),
            FigureDrawer.Shared.Draw(CurvesFigure.Of(xAxis, yAxis, options, curves)));
    }

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

    /// <summary>Differences and their 95 % intervals against a line at 0, grouped by claim, each with its verdict.</summary>
    /// <param name="title">Above the figure; any text.</param>
    /// <param name="findings">One or more, all in the same unit.</param>
    /// <exception cref="ArgumentException">No finding, or findings in different units.</exception>
    public static Plot Differences(string title, IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var all = findings.ToArray();
        DifferencesFigure.Check(all);
        return new Plot(title, DifferencesFigure.Note(all), DifferencesFigure.Table(all), FigureDrawer.Shared.Draw(DifferencesFigure.Of(all)));
    }

    /// <summary>What every attack of a checklist costs every model, in per cent, as a grid.</summary>
    /// <param name="checklist">The checklist.</param>
    /// <param name="measure">By which measure; nDCG if not given.</param>
    public static Plot Checklist(RobustnessChecklist checklist, Measure? measure = null)
    {
        ArgumentNullException.ThrowIfNull(checklist);
        return ChecklistViews.Grid(checklist, measure ?? Measure.Ndcg);
    }
}
