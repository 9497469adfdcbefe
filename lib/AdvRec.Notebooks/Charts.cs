using AdvRec.Evaluation;
using AdvRec.Notebooks.Loading;
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
}
