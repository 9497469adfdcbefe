using System.Net;
using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Html;

namespace AdvRec.Notebooks.Movable;

/// <summary>Computed in double precision from the model's factors: p + ε(cos θ, sin θ), the films' rows unmoved.</summary>
internal static class StepFigure
{
    private const int Rated = 4, Others = 8, Angles = 72, Sizes = 10, Bins = 24;

    public static MovableFigure Build(MatrixFactorization model, LeaveOneOutDataset data, int user, double mostEpsilon, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentOutOfRangeException.ThrowIfNegative(user);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(user, data.UserCount);
        if (!(mostEpsilon > 0) || double.IsInfinity(mostEpsilon)) throw new ArgumentOutOfRangeException(nameof(mostEpsilon), mostEpsilon, "The longest step must be a number above 0.");
        if (model.Factors != 2) throw new ArgumentException($"The plane needs a model of two factors; this one has {model.Factors}. Train one with factors: 2.", nameof(model));

        int[] rated = [.. data.TrainingItems(user).ToArray().Take(Rated)];
        int[] films = [.. rated, .. Recommendations.For(model, data, user, Others).Select(entry => entry.Item)];
        (double X, double Y) p = (model.UserFactors[user][0], model.UserFactors[user][1]);
        (double X, double Y)[] q = [.. films.Select(item => ((double)model.ItemFactors[item][0], (double)model.ItemFactors[item][1]))];
        double Score((double X, double Y) at, int film) => at.X * q[film].X + at.Y * q[film].Y;
        (int I, int J)[] pairs = [.. Enumerable.Range(0, rated.Length).SelectMany(i => Enumerable.Range(rated.Length, films.Length - rated.Length).Select(j => (i, j)))];
        double Loss((double X, double Y) at) => pairs.Average(pair => Math.Log(1 + Math.Exp(Score(at, pair.J) - Score(at, pair.I))));

        var gradient = pairs.Aggregate((X: 0.0, Y: 0.0), (sum, pair) =>
        {
            var weight = 1 / (1 + Math.Exp(Score(p, pair.I) - Score(p, pair.J))) / pairs.Length;
            return (sum.X + weight * (q[pair.J].X - q[pair.I].X), sum.Y + weight * (q[pair.J].Y - q[pair.I].Y));
        });
        var steepest = Math.Atan2(gradient.Y, gradient.X);
        var nearest = (int)Math.Round(steepest / (2 * Math.PI) * Angles + Angles) % Angles;
        // One draw of noise gives every user's row a direction.
        var noise = new RandomNoise(1).Perturb(model, seed).UserFactors;
        var shaken = new int[Bins];
        for (var row = 0; row < noise.Rows; row++)
            shaken[(int)((Math.Atan2(noise[row][1], noise[row][0]) / (2 * Math.PI) + 1) % 1 * Bins) % Bins]++;
        var epsilons = Enumerable.Range(0, Sizes + 1).Select(step => Math.Round(step * mostEpsilon / Sizes, 6)).ToArray();
        var angles = Enumerable.Range(0, Angles).Select(step => step * 360.0 / Angles).ToArray();
        Control[] controls = [Control.Slider("direction of the step, degrees", angles, start: Angles / 4), Control.Slider("length ε of the step", epsilons, start: Sizes / 2)];
        var frames = new Frames(controls);
        (double X, double Y) Moved(int angle, int size) => (p.X + epsilons[size] * Math.Cos(angles[angle] * Math.PI / 180), p.Y + epsilons[size] * Math.Sin(angles[angle] * Math.PI / 180));
        (double X, double Y) At(int frame) => Moved(frame / epsilons.Length, frame % epsilons.Length);
        var losses = epsilons.Select((_, size) => angles.Select((_, angle) => Loss(Moved(angle, size))).ToArray()).ToArray();
        var worst = epsilons.Select(epsilon => Loss((p.X + epsilon * Math.Cos(steepest), p.Y + epsilon * Math.Sin(steepest)))).ToArray();
        double Now(int frame) => losses[frame % epsilons.Length][frame / epsilons.Length];

        string List(Frames shown) => Views.Heading("the films by score; ✓ is what the user rated") + shown.List(
            film => (film < rated.Length ? "✓ " : "") + WebUtility.HtmlEncode($"{(char)('A' + film)}: {data.Title(films[film])}"),
            frame => [.. Enumerable.Range(0, films.Length).OrderByDescending(film => Score(At(frame), film)).ThenBy(film => film)]);
        var length = Math.Max(Math.Sqrt(gradient.X * gradient.X + gradient.Y * gradient.Y), 1e-12);
        string Plane(Frames shown) => Views.Plane(shown, "the user's row (thick), the step (thin), the gradient's direction (dashed), the circle of radius ε, the films A, B, …",
            [.. films.Select((_, film) => (((char)('A' + film)).ToString(), (Func<int, (double, double)>)(_ => q[film])))],
            [
                (3, false, _ => (0, 0), _ => p),
                (1.5, false, _ => p, At),
                (1.5, true, _ => p, _ => (p.X + gradient.X / length * mostEpsilon, p.Y + gradient.Y / length * mostEpsilon)),
            ],
            frame => (p.X, p.Y, epsilons[frame % epsilons.Length]));
        string Lines(Frames shown) => Views.Lines(shown, "the user's loss over all directions of this length", "direction, degrees", angles, ["loss", "along the gradient"],
            (frame, line) => line == 0 ? losses[frame % epsilons.Length] : [.. angles.Select(_ => worst[frame % epsilons.Length])], frame => frame / epsilons.Length,
            (FormattableString.Invariant($"noise: {noise.Rows} directions"), shaken));
        string Sentence(int frame)
        {
            var size = frame % epsilons.Length;
            var below = losses[size].Count(loss => loss < Now(frame));
            return FormattableString.Invariant(
                $"A step of {NumberText.Short(epsilons[size])} at {angles[frame / epsilons.Length]:F0}°: loss {Now(frame):F6}, before {Loss(p):F6}, along the gradient ({(steepest * 180 / Math.PI + 360) % 360:F1}°) {worst[size]:F6}. {below} of {Angles} directions do less harm; noise takes any of them.");
        }

        var table = new Table(["direction, degrees", "length ε", "loss", "along the gradient"], [.. new[] { Sizes / 2, Sizes }.SelectMany(size => Enumerable.Range(0, 8).Select(step => step * Angles / 8).Select(angle =>
            (IReadOnlyList<string>)[NumberText.Short(angles[angle]), NumberText.Short(epsilons[size]), NumberText.Fixed(losses[size][angle], 6), NumberText.Fixed(worst[size], 6)]))]);
        return new(FormattableString.Invariant($"One user and {films.Length} films: turn the step"), controls, shown => [Plane(shown), List(shown) + Lines(shown)], Sentence, table,
            [.. new[] { nearest, (nearest + Angles / 4) % Angles, (nearest + Angles / 2) % Angles }.Select(angle => new[] { angle, controls[1].Start })]);
    }
}
