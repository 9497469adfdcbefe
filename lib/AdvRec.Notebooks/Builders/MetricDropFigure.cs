using AdvRec.Evaluation;
using AdvRec.Figures;
using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Html;
using static System.FormattableString;

namespace AdvRec.Notebooks.Builders;

/// <summary>What <see cref="Charts.MetricDrops(MetricDrop[])"/> shows, as a figure and as a table.</summary>
internal static class MetricDropFigure
{
    public static void Check(IReadOnlyList<MetricDrop> drops)
    {
        if (drops.Count == 0) throw new ArgumentException("No model to show; pass at least one MetricDrop.", nameof(drops));
        var topK = drops[0].Clean.TopK;
        foreach (var drop in drops)
        {
            if (drop.Clean.TopK != topK || drop.Attacked.TopK != topK)
                throw new ArgumentException($"{drop.Model}: K is {drop.Clean.TopK} clean and {drop.Attacked.TopK} attacked, {topK} in the first result; evaluate all with the same K.", nameof(drops));
            if (drop.Clean.UserCount != drop.Attacked.UserCount)
                throw new ArgumentException($"{drop.Model}: {drop.Clean.UserCount} users clean, {drop.Attacked.UserCount} attacked; evaluate both on the same data.", nameof(drops));
        }
    }

    public static BarFigure Of(IReadOnlyList<MetricDrop> drops) => new(
        drops.Count == 1 ? "" : "model",
        [.. drops.Select(d => d.Model)],
        ["clean", "attacked"],
        [.. Measure.All.Select(m => new BarPanel(m.At(drops[0].Clean.TopK), m.Unit, [
            [.. drops.Select(d => CleanBar(d, m))],
            [.. drops.Select(d => AttackedBar(d, m))]]))]);

    public static Table Table(IReadOnlyList<MetricDrop> drops) => new(
        ["Model", "Measure", "Clean", "Standard error", "Attacked", "Standard error", "Change"],
        [.. drops.SelectMany(d => Measure.All.Select(m => (IReadOnlyList<string>)[
            d.Model, m.At(d.Clean.TopK),
            NumberText.Fixed(m.Of(d.Clean.Mean)), NumberText.Fixed(m.Of(d.Clean.StandardError)),
            NumberText.Fixed(m.Of(d.Attacked.Mean)), NumberText.Fixed(m.Of(d.Attacked.StandardError)),
            Change(d, m)]))],
        TextColumns: 2);

    public static string Note(IReadOnlyList<MetricDrop> drops)
    {
        var users = string.Join(" or ", drops.Select(d => d.Clean.UserCount).Distinct().Select(n => Invariant($"{n:N0}")));
        return $"Means over {users} users; whiskers: ±1 standard error; percentages: change from clean.";
    }

    private static Bar CleanBar(MetricDrop drop, Measure measure)
    {
        double value = measure.Of(drop.Clean.Mean), error = measure.Of(drop.Clean.StandardError);
        return new(value, error, [Short(value)], $"{Isolated.Of(drop.Model)}, clean: {measure.At(drop.Clean.TopK)} {WithError(value, error)}");
    }

    private static Bar AttackedBar(MetricDrop drop, Measure measure)
    {
        double value = measure.Of(drop.Attacked.Mean), error = measure.Of(drop.Attacked.StandardError);
        var change = Change(drop, measure);
        return new(value, error, [change, Short(value)], $"{Isolated.Of(drop.Model)}, attacked: {measure.At(drop.Clean.TopK)} {WithError(value, error)}, change {change}");
    }

    private static string Change(MetricDrop drop, Measure measure)
    {
        var percent = drop.Percent(measure.Of);
        return double.IsNaN(percent) ? "n/a" : Invariant($"{-percent:+0.0;−0.0;0.0}%");
    }

    private static string WithError(double value, double error) =>
        double.IsNaN(error) ? NumberText.Fixed(value) : $"{NumberText.Fixed(value)} ± {NumberText.Fixed(error)}";

    private static string Short(double value) => Invariant($"{value:F3}");
}
