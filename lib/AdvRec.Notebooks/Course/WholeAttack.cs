using AdvRec.Attacks;
using AdvRec.Models;
using AdvRec.Objective;

namespace AdvRec.Notebooks.Course;

/// <summary>Checks a learner's attack on all rows of a small model against the library's.</summary>
internal static class WholeAttack
{
    private const double Epsilon = 0.3;
    private static readonly Triple[] s_triples = [new(0, 0, 1), new(0, 3, 2), new(1, 2, 0), new(1, 2, 3), new(2, 1, 3), new(2, 1, 0)];

    private delegate (double User, double Positive, double Negative) Gradient(double c, double p, double i, double j);

    public static ExerciseResult Check(string name, object? answer)
    {
        if (answer is null)
            return ExerciseResult.Nothing(name, Given.Missing);
        var (users, items) = Start();
        if (!Given.Call(answer, [users, items, s_triples.ToArray(), Epsilon], out var value, out var problem))
            return ExerciseResult.NotYet(name, problem);
        if (value is not System.Collections.IEnumerable rows || value is string)
            return ExerciseResult.NotYet(name, "The function must return rows: those of the users, then those of the items.");
        var numbers = new List<double>();
        foreach (var row in rows)
        {
            if (Given.Numbers(row, out problem) is not { } read)
                return ExerciseResult.NotYet(name, $"Rows are needed, each a list of numbers. {problem}");
            numbers.AddRange(read);
        }

        static (double, double, double) True(double c, double p, double i, double j) => (-c * (i - j), -c * p, c * p);
        return Comparison.Of(name, [[.. numbers]], _ => Library(), 1e-4,
            "First the gradient of every row, summed over all triples, with nothing moved meanwhile; then each row to length ε on its own.",
            "The library's attack on the same triples moves every row alike.",
            new(_ => Run(True, -Epsilon), "The sign is the opposite: this is a step of training."),
            new(_ => Run(True, Epsilon, rows => rows), "The gradient is there; each row is still to be brought to length ε."),
            new(_ => Run(True, 1), "Each row has length 1: and the budget?"),
            new(_ => Run(True, Epsilon, rows => Scaled(rows, Epsilon)), "That is ε times the gradient; each row has a length of its own."),
            new(_ => Run(True, Epsilon, rows => Scaled(rows, Epsilon / Length(rows.SelectMany(row => row)))), "All rows together have length ε; each row has a budget of its own."),
            new(_ => Run(True, Epsilon, rows => [.. rows.Select(row => row.Select(v => Epsilon * Math.Sign(v)).ToArray())]), "That moves every number by ε; the whole row has length ε."),
            new(_ => Run((c, p, i, j) => (-c * (i - j), 0, 0), Epsilon), "The users move, the items do not."),
            new(_ => Run((c, p, i, j) => (0, -c * p, c * p), Epsilon), "The items move, the users do not."),
            new(_ => Run((c, p, i, j) => (-c * (i - j), -c * p, 0), Epsilon), "A negative item has a gradient, too."),
            new(_ => Run((c, p, i, j) => (-c * (i - j), 0, c * p), Epsilon), "A positive item has a gradient, too."),
            new(_ => Run((c, p, i, j) => (-(i - j), -p, p), Epsilon), "Every triple weighs the same: how far from right it is, is missing."),
            new(_ => Run(True, Epsilon, opposite: true), "σ has the wrong sign inside: a triple that is already right should hardly count."),
            new(_ => Run(True, Epsilon, last: true), "Only the last triple of each row counts: add up, do not overwrite."),
            new(_ => [.. Moved(1)], "Those are the moved rows; Δ alone is asked for."),
            new(_ => [.. Moved(-1)], "Those are moved rows, and against the gradient; Δ alone is asked for."));
    }

    private static IEnumerable<double> Moved(double sign)
    {
        var (users, items) = Start();
        return users.Concat(items).SelectMany(row => row).Zip(Library(), (value, by) => value + sign * by);
    }

    private static (double[][] Users, double[][] Items) Start()
    {
        double[] Row(int row) => [.. Enumerable.Range(0, 4).Select(k => Math.Sin(1.3 * row + 2.1 * k + 1))];
        return ([.. Enumerable.Range(0, 3).Select(Row)], [.. Enumerable.Range(3, 4).Select(Row)]);
    }

    private static double[] Run(Gradient gradient, double epsilon, Func<double[][], double[][]>? finish = null, bool opposite = false, bool last = false)
    {
        var (users, items) = Start();
        double[][] all = [.. users.Concat(items).Select(row => new double[row.Length])];
        foreach (var (u, i, j) in s_triples)
        {
            var x = users[u].Select((p, k) => p * (items[i][k] - items[j][k])).Sum();
            var c = 1 / (1 + Math.Exp(opposite ? -x : x));
            for (var k = 0; k < users[u].Length; k++)
            {
                var (ofUser, ofPositive, ofNegative) = gradient(c, users[u][k], items[i][k], items[j][k]);
                Add(u, ofUser);
                Add(users.Length + i, ofPositive);
                Add(users.Length + j, ofNegative);
                void Add(int row, double value) => all[row][k] = last ? value : all[row][k] + value;
            }
        }

        finish ??= rows => [.. rows.Select(row => row.Select(value => value == 0 ? 0 : epsilon * value / Length(row)).ToArray())];
        return [.. finish(all).SelectMany(row => row)];
    }

    private static double[] Library()
    {
        var (users, items) = Start();
        var delta = new FastGradientAttack((float)Epsilon).Perturb(new MatrixFactorization(BprLoop.Matrix(users), BprLoop.Matrix(items)), s_triples);
        return [.. delta.UserFactors.ToMatrix().ToRowMajorArray().Concat(delta.ItemFactors.ToMatrix().ToRowMajorArray()).Select(value => (double)value)];
    }

    private static double[][] Scaled(double[][] rows, double by) => [.. rows.Select(row => row.Select(value => by * value).ToArray())];

    private static double Length(IEnumerable<double> row) => Math.Sqrt(row.Sum(value => value * value));
}
