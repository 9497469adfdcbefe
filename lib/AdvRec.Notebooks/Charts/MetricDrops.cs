using AdvRec.Evaluation;
using AdvRec.Figures;
using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Html;
using AdvRec.Notebooks.Loading;
using AdvRec.Studies;
using static System.FormattableString;

namespace AdvRec.Notebooks;

/// <content>What an attack costs, as bars.</content>
public static partial class Charts
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

    private static class MetricDropFigure
    {
        public static void Check(MetricDrop[] drops)
        {
            if (drops.Length == 0) throw new ArgumentException("No model to show; pass at least one MetricDrop.", nameof(drops));
            var topK = drops[0].Result.Clean.TopK;
            if (drops.FirstOrDefault(d => d.Result.Clean.TopK != topK) is { } other)
                throw new ArgumentException($"{other.Model}: K is {other.Result.Clean.TopK}, {topK} in the first result; evaluate all with the same K.", nameof(drops));
        }

        public static BarFigure Of(MetricDrop[] drops) => new(
            drops.Length == 1 ? "" : "model",
            [.. drops.Select(d => d.Model)],
            ["clean", "attacked"],
            [.. Measure.All.Select(m => new BarPanel(m.At(drops[0].Result.Clean.TopK), m.Unit, [
                [.. drops.Select(d => CleanBar(d, m))],
                [.. drops.Select(d => AttackedBar(d, m))]]))]);

        public static Table Table(MetricDrop[] drops) => new(
            ["Model", "Measure", "Clean", "95 % interval", "Attacked", "95 % interval", "Change"],
            [.. drops.SelectMany(d => Measure.All.Select(m => (IReadOnlyList<string>)[
                d.Model, m.At(d.Result.Clean.TopK),
                NumberText.Fixed(m.Of(d.Result.Clean.Mean)), Spread(d.Result.Clean.IntervalOf(m)),
                NumberText.Fixed(m.Of(d.Result.Attacked)), Spread(d.Result.IntervalOf(m)),
                Change(d, m)]))],
            TextColumns: 2);

        public static string Note(MetricDrop[] drops)
        {
            var users = string.Join(" or ", drops.Select(d => d.Result.Clean.UserCount).Distinct().Select(n => Invariant($"{n:N0}")));
            var draws = drops.Select(d => d.Result.Draws.Count).Distinct().ToList();
            var attacks = draws is [1] ? "" : $" and, attacked, over {string.Join(" or ", draws)} draws";
            return $"Means over {users} users{attacks}; whiskers: 95 % intervals over users; percentages: change from clean.";
        }

        private static Bar CleanBar(MetricDrop drop, Measure measure) => BarOf(drop, "clean", measure, drop.Result.Clean.IntervalOf(measure), change: null);

        private static Bar AttackedBar(MetricDrop drop, Measure measure) => BarOf(drop, "attacked", measure, drop.Result.IntervalOf(measure), Change(drop, measure));

        private static Bar BarOf(MetricDrop drop, string state, Measure measure, Interval value, string? change)
        {
            var spread = double.IsNaN(value.Lower) ? "" : $" {Spread(value)}";
            var hover = $"{Isolated.Of(drop.Model)}, {state}: {measure.At(drop.Result.Clean.TopK)} {NumberText.Fixed(value.Mean)}{spread}{(change is null ? "" : $", change {change}")}";
            return new(value.Mean, value.Upper - value.Mean, change is null ? [Short(value.Mean)] : [change, Short(value.Mean)], hover);
        }

        private static string Change(MetricDrop drop, Measure measure)
        {
            var percent = drop.Percent(measure.Of);
            return double.IsNaN(percent) ? "n/a" : $"{Finding.WithSign(-percent, 1)}%";
        }

        private static string Spread(Interval interval) => double.IsNaN(interval.Lower) ? "n/a" : $"[{NumberText.Fixed(interval.Lower)}, {NumberText.Fixed(interval.Upper)}]";

        private static string Short(double value) => Invariant($"{value:F3}");
    }
}
