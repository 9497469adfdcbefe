using AdvRec.Notebooks.Course;

namespace AdvRec.Notebooks;

/// <content>Notebook 2. The derivatives are checked by nudging, so that a check of a right answer knows no formula.</content>
public static partial class Exercise
{
    private const double Nudge = 1e-4;

    /// <summary>The derivative of the loss ln(1 + e⁻ˣ) of a triple.</summary>
    /// <param name="slope">The answer, a function of x; null as long as there is none.</param>
    public static ExerciseResult CheckLossDerivative(object? slope)
    {
        double[] xs = [-3, -1, -0.2, 0, 0.5, 2, 4];
        Slip Way(Func<double, double> of, string reason) => new(at => [of(xs[at])], reason);
        return CheckFunction("Exercise 1", slope, [.. xs.Select(x => new object[] { x })],
            at => [(TripleLoss(xs[at] + Nudge) - TripleLoss(xs[at] - Nudge)) / (2 * Nudge)],
            "Use the chain rule twice: the logarithm, then what stands inside it. Where x is large there is nothing left to gain; where it is very small the slope is steepest.",
            "The further the triple is from right, the steeper the loss.",
            Way(x => 1 / (1 + Math.Exp(x)), "The size is right, the sign is not: the loss falls when x grows."),
            Way(x => -1 / (1 + Math.Exp(-x)), "That is σ of the wrong sign: the slope must go to 0 where i scores much higher, that is for large x."),
            Way(x => 1 / (1 + Math.Exp(-x)), "Both signs are the other way round: outside (the loss falls when x grows) and inside σ (for large x the slope goes to 0)."),
            Way(x => -Math.Exp(-x), "You differentiated e^(−x), but it stands inside a logarithm."),
            Way(x => Math.Exp(-x), "You differentiated e^(−x), but it stands inside a logarithm; and mind the sign."),
            Way(x => 1 / (1 + Math.Exp(-x)) * (1 - 1 / (1 + Math.Exp(-x))), "That is the derivative of σ itself; the loss is a logarithm of it."),
            Way(TripleLoss, "That is the loss; its derivative is asked for."),
            Way(x => -TripleLoss(x), "That is the loss with a sign; its derivative is asked for."),
            Way(x => 1 / (1 + Math.Exp(-x)) - 0.5, "Half a unit too much is taken away."),
            Way(_ => -1, "The slope is not the same for every x."),
            Way(_ => -0.5, "That is the slope at x = 0 only: use the argument."),
            Way(x => x, "The loss is no parabola."));
    }

    /// <summary>The gradient of a triple's loss with respect to the user's vector.</summary>
    /// <param name="gradient">The answer, one number per factor; null as long as there is none.</param>
    /// <param name="user">p</param>
    /// <param name="positive">q_i</param>
    /// <param name="negative">q_j</param>
    public static ExerciseResult CheckUserGradient(object? gradient, float[] user, float[] positive, float[] negative)
    {
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(positive);
        ArgumentNullException.ThrowIfNull(negative);
        // The loss is a function of x, so a larger nudge of small factors still stays where it is smooth.
        const double step = 100 * Nudge;
        var x = user.Select((p, k) => p * (positive[k] - (double)negative[k])).Sum();
        double high = 1 / (1 + Math.Exp(-x)), low = 1 - high;
        double[] difference = [.. positive.Zip(negative, (i, j) => (double)i - j)], p = [.. user.Select(value => (double)value)];
        (double[], string) Way(double factor, IEnumerable<double> of, string reason) => ([.. of.Select(value => factor * value)], reason);
        return CheckNumbers("Exercise 2", gradient, [.. user.Select((_, k) => (LossWith(k, step) - LossWith(k, -step)) / (2 * step))], Tolerance,
            "Two factors: how the loss changes with x, from exercise 1, and how x changes with one number of p.", "All numbers agree with nudging.",
            Way(low, difference, "The sign is the opposite: dL/dx is negative, whatever x is."),
            Way(-high, difference, "The direction is right, the length is not: σ has the wrong sign inside. Where the triple is far from right, the gradient is long."),
            Way(high, difference, "Both signs are the other way round: outside and inside σ."),
            Way(1, difference, "That is how x changes with p. How does the loss change with x?"),
            Way(-1, difference, "That is how x changes with p, with a sign. How does the loss change with x?"),
            Way(-low, p, "That is the gradient with respect to the positive item."),
            Way(low, p, "That is the gradient with respect to the negative item."),
            Way(-low, positive.Select(value => (double)value), "Only the positive item is in there; what of the negative one?"),
            Way(low, negative.Select(value => (double)value), "Only the negative item is in there; what of the positive one?"),
            Way(-low, positive.Zip(negative, (i, j) => (double)i + j), "The items are added; x contains their difference."),
            Way(-low, difference.Zip(p, (d, value) => d * value), "Each number is multiplied by that of p, too: those are the terms of x, not its derivative."),
            ([.. p.Zip(difference, (value, d) => value + low * d)], "That is p after a step; the gradient itself is asked for."));

        double LossWith(int nudged, double by) =>
            TripleLoss(user.Select((p, k) => (p + (k == nudged ? by : 0)) * (positive[k] - (double)negative[k])).Sum());
    }

    /// <summary>One step of Adagrad on one number.</summary>
    /// <param name="adagrad">The answer, a function of the number w, its gradient g and its sum of squares a that returns the new w and the new a; null as long as there is none.</param>
    public static ExerciseResult CheckAdagrad(object? adagrad)
    {
        (double W, double G, double A)[] steps = [(0.4, -0.3, 0.1), (0.4, 0.3, 0.1), (-1, 2, 0.5), (2, 0.05, 4), (0.1, 0, 0.1), (0.7, -1.5, 3)];
        Slip Way(Func<double, double, double, (double W, double A)> of, string reason) => new(At(of), reason);
        Func<int, double[]> At(Func<double, double, double, (double W, double A)> of) => at =>
        {
            var (w, a) = of(steps[at].W, steps[at].G, steps[at].A);
            return [w, a];
        };
        return CheckFunction("Exercise 3", adagrad, [.. steps.Select(one => new object[] { one.W, one.G, one.A })], At((w, g, a) => (w - 0.05 * g / (Math.Sqrt(a + g * g) + 1e-7), a + g * g)),
            "Two lines, in this order: what is added to the sum, and what is taken from the number. Try g = 0: nothing may change.", "Where gradients have been large, steps get small.",
            Way((w, g, a) => (w + 0.05 * g / Math.Sqrt(a + g * g), a + g * g), "The step goes uphill: training steps against the gradient."),
            Way((w, g, a) => (w - 0.05 * g / Math.Sqrt(a), a + g * g), "The sum is updated before the step, not after it."),
            Way((w, g, a) => (w - 0.05 * g / (a + g * g), a + g * g), "The step is divided by the root of the sum."),
            Way((w, g, a) => (w - 0.05 * g, a + g * g), "That is plain gradient descent: the sum is kept and not used."),
            Way((w, g, a) => (w - 0.05 * g / Math.Sqrt(a + g * g), a), "The number moves, but the sum that is returned is the old one."),
            Way((w, g, a) => (w - 0.05 * g / Math.Sqrt(g * g + 1e-14), g * g), "The sum forgets what was in it before."),
            Way((w, g, a) => (w - 0.05 * g / Math.Sqrt(a + Math.Abs(g)), a + Math.Abs(g)), "The sum is of squares."),
            Way((w, g, a) => (w - 0.05 * g / Math.Sqrt(a + g), a + g), "The sum is of squares."),
            Way((w, g, a) => (w - g / Math.Sqrt(a + g * g), a + g * g), "The learning rate is missing."),
            Way((w, g, a) => (-0.05 * g / Math.Sqrt(a + g * g), a + g * g), "That is the step alone; the new number is asked for."),
            Way((w, g, a) => (a + g * g, w - 0.05 * g / Math.Sqrt(a + g * g)), "The order is: the number, then the sum."),
            Way((w, g, a) => (w, a + g * g), "The sum is there; the number has not moved yet."));
    }

    /// <summary>The loop of BPR, one triple after the other, compared with the library's training of the same triples.</summary>
    /// <param name="loop">The answer: an action of P, Q (rows of numbers, moved in place), the triples, and the learning rate of plain steps; null as long as there is none.</param>
    public static ExerciseResult CheckBprLoop(object? loop) => BprLoop.Check("Exercise 4", loop);

    private static double TripleLoss(double x) => Math.Log(1 + Math.Exp(-x));
}
