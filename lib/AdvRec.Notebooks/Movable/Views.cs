using System.Globalization;
using System.Net;

namespace AdvRec.Notebooks.Movable;

/// <summary>Pictures that follow the controls. They take the page's text colour, so that they show on any background and in forced colours.</summary>
internal static class Views
{
    private const int Width = 360, Left = 44, Right = 12, Top = 12, Bottom = 34;
    private static readonly string[] s_dashes = ["", "6 4", "2 3", "8 3 2 3"];

    public static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    /// <summary>Views beside each other where there is room.</summary>
    public static string Row(params IEnumerable<string> views) =>
        $"<div style=\"display:flex;flex-wrap:wrap;gap:1em 2em;align-items:flex-start\">{string.Concat(views.Select(view => $"<div style=\"flex:1 1 18em;min-width:0;max-width:34em\">{view}</div>"))}</div>";

    public static string Heading(string text) => $"<p style=\"margin:.25em 0;font-size:smaller\">{WebUtility.HtmlEncode(text)}</p>";

    // Where a picture is shown again in small, the text above it is not.
    private static string HeadingOf(Frames frames, string title) => frames.IsStill ? "" : Heading(title);

    /// <summary>A horizontal bar for every label, from 0 to 1, with its value as text.</summary>
    public static string Bars(Frames frames, string title, IReadOnlyList<string> labels, Func<int, int, double> share, Func<int, int, string> text)
    {
        const int Room = 38;
        var bars = labels.Select((label, i) =>
        {
            var y = i * Room;
            var width = frames.Attributes(("width", frame => Number(Math.Clamp(share(frame, i), 0, 1) * Width)));
            return Invariant($"<text x=\"0\" y=\"{y + 13}\">{Encode(label)}</text>") +
                frames.Text("text", Invariant($"x=\"{Width}\" y=\"{y + 13}\" text-anchor=\"end\""), frame => text(frame, i)) +
                Invariant($"<rect x=\"0.5\" y=\"{y + 18.5}\" width=\"{Width - 1}\" height=\"11\" fill=\"none\" stroke=\"currentColor\" opacity=\".4\"/><rect x=\"0\" y=\"{y + 18}\" height=\"12\" fill=\"currentColor\" opacity=\".75\"{width}/>");
        });
        return HeadingOf(frames, title) + Svg(title, labels.Count * Room, string.Concat(bars));
    }

    /// <summary>Lines over the values of one slider, and a cursor at the one that is set.</summary>
    /// <param name="frames">Receives what moves.</param>
    /// <param name="title">What is drawn.</param>
    /// <param name="xLabel">What runs to the right.</param>
    /// <param name="x">Ascending.</param>
    /// <param name="names">Of the lines.</param>
    /// <param name="y">By frame and line a value for every x; what is not finite is left out.</param>
    /// <param name="cursor">By frame an index into the x.</param>
    /// <param name="histogram">Its name and how many there are in each of as many equal parts of the axis, drawn from below to a quarter of the height; null for none.</param>
    public static string Lines(
        Frames frames, string title, string xLabel, IReadOnlyList<double> x, IReadOnlyList<string> names, Func<int, int, IReadOnlyList<double>> y, Func<int, int> cursor,
        (string Name, IReadOnlyList<int> Counts)? histogram = null)
    {
        const int Height = 220;
        var all = Enumerable.Range(0, frames.Count).SelectMany(frame => names.SelectMany((_, line) => y(frame, line))).Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        double low = Math.Min(0, all.Min()), high = all.Max() > low ? all.Max() : low + 1, step = Step(high - low);
        double X(double value) => Left + (value - x[0]) / Math.Max(x[^1] - x[0], 1e-9) * (Width - Left - Right);
        double Y(double value) => Height - Bottom - (value - low) / (high - low) * (Height - Top - Bottom);
        var lines = names.Select((_, line) => Invariant($"<polyline fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" stroke-dasharray=\"{s_dashes[line % s_dashes.Length]}\"") +
            frames.Attributes(("points", frame => string.Join(' ', y(frame, line).Select((value, i) => (value, i)).Where(at => double.IsFinite(at.value)).Select(at => $"{Number(X(x[at.i]))},{Number(Y(at.value))}")))) + "/>");
        var legend = names.Select((name, line) => Invariant($"<line x1=\"{Left}\" x2=\"{Left + 30}\" y1=\"{Height + 10 + 18 * line}\" y2=\"{Height + 10 + 18 * line}\" stroke=\"currentColor\" stroke-width=\"2\" stroke-dasharray=\"{s_dashes[line % s_dashes.Length]}\"/>") +
            Label(Left + 38, Height + 14 + 18 * line, name, "start"));
        var at = frames.Attributes(("transform", frame => $"translate({Number(X(x[cursor(frame)]))} 0)"));
        var axes = Invariant($"<path d=\"M{Left} {Top}V{Height - Bottom}H{Width - Right}\" fill=\"none\" stroke=\"currentColor\" opacity=\".5\"/>") +
            string.Concat(Ticks(low, high, step).Select(tick => Invariant($"<path d=\"M{Left} {Number(Y(tick))}H{Width - Right}\" stroke=\"currentColor\" opacity=\".15\"/>") + Label(Left - 5, Y(tick) + 4, Tick(tick), "end"))) +
            string.Concat(Ticks(x[0], x[^1], Step(x[^1] - x[0])).Select(tick => Label(X(tick), Height - 18, Tick(tick), "middle"))) +
            Label((Left + Width) / 2.0, Height - 2, xLabel, "middle");
        var bars = "";
        if (histogram is { } counted)
        {
            double wide = (Width - Right - Left) / (double)counted.Counts.Count, most = Math.Max(counted.Counts.Max(), 1);
            bars = string.Concat(counted.Counts.Select((count, bin) => (count, bin)).Where(bar => bar.count > 0).Select(bar => Invariant(
                $"<rect x=\"{Number(Left + bar.bin * wide + 0.5)}\" width=\"{Number(wide - 1)}\" y=\"{Number(Height - Bottom - bar.count / most * (Height - Top - Bottom) / 4)}\" height=\"{Number(bar.count / most * (Height - Top - Bottom) / 4)}\" opacity=\".3\"/>")))
                + Invariant($"<rect x=\"{Left}\" y=\"{Height + 4 + 18 * names.Count}\" width=\"30\" height=\"11\" opacity=\".3\"/>") + Label(Left + 38, Height + 14 + 18 * names.Count, counted.Name, "start");
        }

        return HeadingOf(frames, title) + Svg(title, Height + 8 + 18 * (names.Count + (histogram is null ? 0 : 1)),
            axes + bars + string.Concat(lines) + Invariant($"<path d=\"M0 {Top}V{Height - Bottom}M-5 {Top - 9}H5L0 {Top}Z\" stroke=\"currentColor\" stroke-width=\"3\" opacity=\".6\"{at}/>") + string.Concat(legend));
    }

    /// <summary>Points of a plane around the origin, arrows and a circle that move.</summary>
    /// <param name="frames">Receives what moves.</param>
    /// <param name="title">What is drawn.</param>
    /// <param name="points">Each with its mark and where it is by frame.</param>
    /// <param name="arrows">Each with its width, whether it is dashed, and where it begins and ends by frame.</param>
    /// <param name="circle">Centre and radius by frame; null for none.</param>
    public static string Plane(
        Frames frames, string title,
        IReadOnlyList<(string Mark, Func<int, (double X, double Y)> At)> points,
        IReadOnlyList<(double Width, bool Dashed, Func<int, (double X, double Y)> From, Func<int, (double X, double Y)> To)> arrows,
        Func<int, (double X, double Y, double Radius)>? circle = null)
    {
        var spots = Enumerable.Range(0, frames.Count).SelectMany(frame => points.Select(point => point.At(frame))
            .Concat(arrows.SelectMany(arrow => new[] { arrow.From(frame), arrow.To(frame) })).Concat(Corners(circle?.Invoke(frame)))).Append((X: 0, Y: 0)).ToArray();
        double left = spots.Min(spot => spot.X), bottom = spots.Min(spot => spot.Y);
        double size = Math.Max(Math.Max(spots.Max(spot => spot.X) - left, spots.Max(spot => spot.Y) - bottom), 1e-9), unit = (Width - 40) / size;
        // As wide as high, and what there is in the middle.
        left -= (size - (spots.Max(spot => spot.X) - left)) / 2;
        bottom -= (size - (spots.Max(spot => spot.Y) - bottom)) / 2;
        double X(double value) => 20 + (value - left) * unit;
        double Y(double value) => Width - 20 - (value - bottom) * unit;
        var axes = $"<path d=\"M0 {Number(Y(0))}H{Width}M{Number(X(0))} 0V{Width}\" stroke=\"currentColor\" opacity=\".25\"/>";
        var round = circle is null ? "" : "<circle fill=\"none\" stroke=\"currentColor\" stroke-dasharray=\"3 3\"" + frames.Attributes(
            ("cx", frame => Number(X(circle(frame).X))), ("cy", frame => Number(Y(circle(frame).Y))), ("r", frame => Number(circle(frame).Radius * unit))) + "/>";
        var lines = arrows.Select(arrow => Invariant($"<path fill=\"none\" stroke=\"currentColor\" stroke-width=\"{arrow.Width}\" stroke-dasharray=\"{(arrow.Dashed ? "6 4" : "")}\"") +
            frames.Attributes(("d", frame => Arrow(X(arrow.From(frame).X), Y(arrow.From(frame).Y), X(arrow.To(frame).X), Y(arrow.To(frame).Y)))) + "/>");
        var marks = new (double X, double Y)[frames.Count][];
        (double X, double Y) Mark(int frame, int point) => (marks[frame] ??= Marks([.. points.Select(at => (X(at.At(frame).X), Y(at.At(frame).Y)))]))[point];
        var dots = points.Select((point, i) => $"<circle r=\"2.5\"{frames.Attributes(("cx", frame => Number(X(point.At(frame).X))), ("cy", frame => Number(Y(point.At(frame).Y))))}/>" +
            $"<text text-anchor=\"middle\" dy=\".35em\"{frames.Attributes(("x", frame => Number(Mark(frame, i).X)), ("y", frame => Number(Mark(frame, i).Y)))}>{Encode(point.Mark)}</text>");
        return HeadingOf(frames, title) + Svg(title, Width, axes + round + string.Concat(lines) + string.Concat(dots));
    }

    /// <summary>Where the marks of points stand: beside them, and where there is room not on another point or mark.</summary>
    private static (double X, double Y)[] Marks((double X, double Y)[] points)
    {
        const int Room = 12;
        var directions = Enumerable.Range(0, 8).Select(eighth => Math.SinCos(eighth * Math.PI / 4)).ToArray();
        List<(double X, double Y)> marks = [];
        foreach (var point in points)
        {
            double Nearest((double X, double Y) at) => marks.Concat(points).Min(other => Math.Max(Math.Abs(other.X - at.X), Math.Abs(other.Y - at.Y)));
            var places = new[] { Room, 2 * Room }.SelectMany(distance => directions.Select(to => (X: point.X + distance * to.Cos, Y: point.Y - distance * to.Sin))).ToArray();
            marks.Add(places.Where(at => Nearest(at) >= 0.8 * Room).Append(places.MaxBy(Nearest)).First());
        }

        return [.. marks];
    }

    /// <summary>A distance between ticks that reads well, for at most five of them.</summary>
    private static double Step(double range)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(range, 1e-9) / 5)));
        return new[] { 1.0, 2, 5, 10 }.Select(times => times * power).First(step => range / step <= 5 + 1e-9);
    }

    private static IEnumerable<double> Ticks(double from, double to, double step) =>
        Enumerable.Range(0, 12).Select(n => (Math.Ceiling(from / step - 1e-9) + n) * step).TakeWhile(tick => tick <= to + 1e-9 * step);

    private static string Tick(double value) => Formatting.NumberText.Short(Math.Round(value, 9)).Replace('-', '−');

    private static (double X, double Y)[] Corners((double X, double Y, double Radius)? circle) =>
        circle is { } round ? [(round.X - round.Radius, round.Y - round.Radius), (round.X + round.Radius, round.Y + round.Radius)] : [];

    private static string Arrow(double x, double y, double toX, double toY)
    {
        double dx = toX - x, dy = toY - y, length = Math.Sqrt(dx * dx + dy * dy);
        var line = $"M{Number(x)} {Number(y)}L{Number(toX)} {Number(toY)}";
        if (length < 1) return line;
        double ux = dx / length * 7, uy = dy / length * 7;
        return line + $"M{Number(toX - ux - uy / 2)} {Number(toY - uy + ux / 2)}L{Number(toX)} {Number(toY)}L{Number(toX - ux + uy / 2)} {Number(toY - uy - ux / 2)}";
    }

    private static string Svg(string title, int height, string content) => Invariant(
        $"<svg role=\"img\" aria-label=\"{Encode(title)}\" viewBox=\"0 0 {Width} {height}\" style=\"display:block;width:100%;max-width:30em;height:auto;font-size:13px;overflow:visible\" fill=\"none\"><g style=\"fill:currentColor\" stroke=\"none\">{content}</g></svg>");

    private static string Label(double x, double y, string text, string anchor) => $"<text x=\"{Number(x)}\" y=\"{Number(y)}\" text-anchor=\"{anchor}\">{Encode(text)}</text>";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
