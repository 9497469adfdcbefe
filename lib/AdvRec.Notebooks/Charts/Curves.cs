using AdvRec.Figures;
using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Html;
using AdvRec.Notebooks.Loading;

namespace AdvRec.Notebooks;

/// <content>Lines over numbers.</content>
public static partial class Charts
{
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

    private static class CurvesFigure
    {
        public static void Check(CurveOptions options, Curve[] curves)
        {
            Checks.Count(curves.Length, "curve", nameof(curves));
            foreach (var (name, points) in curves)
            {
                Checks.HasPoints(name, points.Count, points.Count(p => double.IsFinite(p.Y)), nameof(curves));
                if (points.Any(p => !double.IsFinite(p.X)))
                    throw new ArgumentException($"'{name}' has a point whose X is NaN or infinite; leave it out. Only Y may be NaN, for a gap.", nameof(curves));
                if (options.LogX) Checks.FitsLog(name, points.Select(p => p.X), "x", nameof(options.LogX), nameof(curves));
                if (options.LogY) Checks.FitsLog(name, points.SelectMany(p => new[] { p.Y, p.Lower, p.Upper }), "y", nameof(options.LogY), nameof(curves));
            }

            if (options.Reference is not { } reference) return;
            if (!double.IsFinite(reference.Value)) throw new ArgumentException($"'{reference.Name}' is NaN or infinite; leave the reference out.", nameof(options));
            if (options.LogY) Checks.FitsLog(reference.Name, [reference.Value], "y", nameof(options.LogY), nameof(options));
        }

        public static CurveFigure Of(string xAxis, string yAxis, CurveOptions options, Curve[] curves) => new(
            new(xAxis, options.LogX),
            new(yAxis, options.LogY, options.FromZero),
            [.. curves.Select(c => new CurveSeries(c.Name, [.. c.Points.Select(p => new CurveSample(p.X, p.Y, p.Lower, p.Upper, Hover(c.Name, p, xAxis, yAxis)))], c.IsConnected))],
            options.Reference is { } reference ? new(reference.Name, reference.Value) : null);

        public static Table Table(string xAxis, string yAxis, Curve[] curves)
        {
            var bands = curves.SelectMany(c => c.Points).Any(HasBand);
            return Html.Table.Beginning(
                ["Curve", xAxis, yAxis, .. bands ? ["lower end", "upper end"] : Array.Empty<string>()],
                [.. curves.SelectMany(c => c.Points.Select(p => (IReadOnlyList<string>)[
                    c.Name, NumberText.Short(p.X), NumberText.Fixed(p.Y),
                    .. bands ? [NumberText.Fixed(p.Lower), NumberText.Fixed(p.Upper)] : Array.Empty<string>()]))],
                textColumns: 1, "points");
        }

        private static bool HasBand(CurvePoint point) => double.IsFinite(point.Lower) && double.IsFinite(point.Upper);

        private static string Hover(string name, CurvePoint point, string xAxis, string yAxis)
        {
            var band = HasBand(point) ? $" [{NumberText.Fixed(point.Lower)}, {NumberText.Fixed(point.Upper)}]" : "";
            return $"{Isolated.Of(name)}\n{xAxis}: {NumberText.Short(point.X)}\n{yAxis}: {NumberText.Fixed(point.Y)}{band}";
        }
    }
}
