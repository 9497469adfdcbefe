using AdvRec.Data;
using AdvRec.Models;
using AdvRec.Objective;
using AdvRec.Training;

namespace AdvRec.Notebooks.Course;

/// <summary>Checks a learner's loop over triples against the library's gradient, a step of length η after each triple, and against the loops that go wrong.</summary>
internal static class BprLoop
{
    private const double Rate = 0.1;
    private static readonly Triple[] s_triples = [new(0, 0, 1), new(1, 2, 0), new(0, 3, 2), new(2, 1, 3), new(0, 0, 3), new(1, 2, 3), new(2, 1, 0)];

    public static ExerciseResult Check(string name, object? answer)
    {
        if (answer is null)
            return ExerciseResult.Nothing(name, Given.Missing);
        var (users, items) = Start();
        if (!Given.Call(answer, [users, items, s_triples.ToArray(), Rate], out _, out var problem))
            return ExerciseResult.NotYet(name, problem);
        return Comparison.Of(name, [Flat(users, items)], _ => Library(), 1e-4,
            "Go through it for one triple on paper: x and its σ once, then for each factor the two items and the user, all three from the numbers before the step.",
            "The library's gradients, triple by triple, lead to the same factors.",
            new(_ => Flat(Start().Users, Start().Items), "Nothing has moved: write into P and Q, element by element; a copy of a row stays a copy."),
            Way((c, p, i, j) => (c * (i - j), c * p, -c * p), "Each step goes uphill: the loss must fall."),
            Way((c, p, i, j) => (-c * (i - j), 0, 0), "The user has moved, the items have not."),
            Way((c, p, i, j) => (0, -c * p, c * p), "The items have moved, the user has not."),
            Way((c, p, i, j) => (-c * (i - j), -c * p, 0), "The negative item has not moved."),
            Way((c, p, i, j) => (-c * (i - j), 0, c * p), "The positive item has not moved."),
            Way((c, p, i, j) => (-c * (i - j), -c * p, -c * p), "Both items move the same way: one of them should come nearer, the other not."),
            Way((c, p, i, j) => (-c * (i - j), -c * p, c * p), "σ has the wrong sign inside: a triple that is already right should hardly move anything.", opposite: true),
            Way((c, p, i, j) => (-(i - j), -p, p), "How far from right the triple is plays no part: the factor in front is missing."),
            new(_ => Run((c, p, i, j) => (-c * (i - j), -c * p, c * p), rate: 1), "The learning rate is missing."),
            new(_ => Run((c, p, i, j) => (-c * (i - j), -c * p, c * p), userFirst: true), "The user's number has already moved when the items use it: keep the old one."),
            new(_ => Run((c, p, i, j) => (-c * (i - j), -c * p, c * p), again: true), "x changes while you go through the factors: compute it once per triple, before the first one moves."),
            new(_ => Run((c, p, i, j) => (-c * (i - j), -c * p, c * p), only: 1), "Only the first triple is used."));
    }

    private static Slip Way(Func<double, double, double, double, (double, double, double)> gradient, string reason, bool opposite = false) =>
        new(_ => Run(gradient, opposite: opposite), reason);

    private static (double[][] Users, double[][] Items) Start()
    {
        double[] Row(int row) => [.. Enumerable.Range(0, 5).Select(k => Math.Sin(1.7 * row + 2.3 * k + 1))];
        return ([.. Enumerable.Range(0, 3).Select(Row)], [.. Enumerable.Range(3, 4).Select(Row)]);
    }

    private static double[] Run(
        Func<double, double, double, double, (double User, double Positive, double Negative)> gradient,
        bool opposite = false, double rate = Rate, bool userFirst = false, bool again = false, int only = int.MaxValue)
    {
        var (users, items) = Start();
        foreach (var (u, i, j) in s_triples.Take(only))
        {
            double C() => 1 / (1 + Math.Exp((opposite ? -1 : 1) * users[u].Select((p, k) => p * (items[i][k] - items[j][k])).Sum()));
            var c = C();
            for (var k = 0; k < users[u].Length; k++)
            {
                if (again)
                    c = C();
                var (ofUser, ofPositive, ofNegative) = gradient(c, users[u][k], items[i][k], items[j][k]);
                users[u][k] -= rate * ofUser;
                if (userFirst)
                    (_, ofPositive, ofNegative) = gradient(c, users[u][k], items[i][k], items[j][k]);
                items[i][k] -= rate * ofPositive;
                items[j][k] -= rate * ofNegative;
            }
        }

        return Flat(users, items);
    }

    /// <summary>With sums of squares this large from the beginning, Adagrad's step is a plain step of the rate times the gradient.</summary>
    private static double[] Library()
    {
        const float root = 1000;
        var (users, items) = Start();
        var data = new LeaveOneOutDataset("loop", [.. s_triples.Select(triple => (triple.User, triple.Positive)).Distinct()], [1, 0, 2], itemCount: items.Length);
        var model = new MatrixFactorization(Matrix(users), Matrix(items));
        var trainer = new BprTrainer(data, model, new() { LearningRate = (float)Rate * root, InitialAccumulator = root * root });
        foreach (var triple in s_triples)
            trainer.Step([triple]);
        return [.. model.UserFactors.ToMatrix().ToRowMajorArray().Concat(model.ItemFactors.ToMatrix().ToRowMajorArray()).Select(value => (double)value)];
    }

    public static FactorMatrix Matrix(double[][] rows)
    {
        var matrix = new FactorMatrix(rows.Length, rows[0].Length);
        for (var row = 0; row < rows.Length; row++)
        {
            for (var k = 0; k < rows[row].Length; k++)
                matrix[row][k] = (float)rows[row][k];
        }

        return matrix;
    }

    private static double[] Flat(double[][] users, double[][] items) => [.. users.Concat(items).SelectMany(row => row)];
}
