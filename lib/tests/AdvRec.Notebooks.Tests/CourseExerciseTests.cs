using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Objective;
using AdvRec.Training;

namespace AdvRec.Notebooks.Tests;

/// <summary>The checks of the course's exercises, on answers that learners give: for each, right ones in several forms and a table of wrong ones, each with its hint.</summary>
public class CourseExerciseTests
{
    private static readonly LeaveOneOutDataset s_first = new(
        "two tastes", [.. Enumerable.Range(0, 40).SelectMany(user => Enumerable.Range(0, 4).Select(at => (user, 2 * ((user + 3 * at) % 15) + user % 2)).Distinct())],
        [.. Enumerable.Range(0, 40).Select(user => 2 * ((user + 12) % 15) + user % 2)], itemCount: 30);

    private static readonly LeaveOneOutDataset s_longTail = new(
        "long tail", [.. Enumerable.Range(0, 60).SelectMany(user => Enumerable.Range(0, 12).Where(at => (user * 7 + at * at) % (at + 2) < 2).Select(at => (user, at * at % 53)).Append((user, user % 50)).Distinct())],
        [.. Enumerable.Range(0, 60).Select(_ => 53)], itemCount: 54);

    private static readonly LeaveOneOutDataset[] s_data = [s_longTail, Datasets.Load(Datasets.Shipped), Tilted()];

    public static TheoryData<int> Sets => [0, 1, 2];

    public static MatrixTheoryData<int, ulong> SetsAndSeeds => new([0, 1, 2], [1UL, 2, 3, 4, 5]);

    /// <summary>What no exercise takes, whatever it asks for.</summary>
    private static readonly (object Answer, string Says)[] s_noAnswers =
    [
        ("text", ""), (true, ""), (double.NaN, ""), (double.PositiveInfinity, ""), (new double[] { double.NaN }, ""), (Array.Empty<double>(), ""),
        ((Func<string>)(() => "text"), ""), ((Func<double, double, double, double, double, double>)((a, b, c, d, e) => a), ""), (new object(), ""), (1e300, ""), (-1e300, ""),
        (int.MinValue, ""), (new[] { "a" }, ""), (new double[1000], ""), (Enumerable.Range(0, 3).Select(n => 1 / (n - 1)), ""),
    ];

    [Fact]
    public void Without_an_answer_every_check_waits() => Assert.All(All(null), result => Assert.StartsWith("○", result.ToString(), StringComparison.Ordinal));

    [Fact]
    public void What_is_no_answer_at_all_is_never_right_and_never_fails() =>
        Assert.All(s_noAnswers.SelectMany(one => All(one.Answer)), result => Assert.True(result.ToString().StartsWith('✗') || result.ToString().Contains("nothing to match", StringComparison.Ordinal), result.ToString()));

    [Theory, MemberData(nameof(Sets))]
    public void Below_average(int set)
    {
        var data = s_data[set];
        var popularity = data.Popularity().ToArray();
        double average = (double)data.TrainingPairCount / data.ItemCount, below = popularity.Count(count => count < average), share = below / data.ItemCount;
        ExerciseResult Check(object answer) => Exercise.CheckBelowAverage(answer, data);
        Right(Check, share, (float)share, (decimal)share);
        Wrong(Check,
            (100 * share, "per cent"), (below, "how many items"), (0, "whole numbers"), (1 - share, "other items"), (average, "average itself"), (1 / average, "one over"),
            (popularity.Where(count => count < average).Sum() / (double)data.TrainingPairCount, "share of the ratings"), (-share, "Count the items"), (2 * share, ""), (double.NaN, "NaN"), ("0.7", "quotes"),
            ((Func<double>)(() => share), "function"));
    }

    [Fact]
    public void Below_average_where_all_are_equal_has_nothing_to_match() => Assert.Contains(
        "nothing to match here", Exercise.CheckBelowAverage(0.5, new("equal", [(0, 0), (1, 1)], [1, 0], itemCount: 2)).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Rank()
    {
        Right(Exercise.CheckRank,
            (Func<double[], int, int>)((s, h) => s.Count(one => one >= s[h])), (Func<float[], int, double>)((s, h) => s.Where((one, at) => at != h && one >= s[h]).Count() + 1),
            (Func<IEnumerable<double>, int, long>)((s, h) => 1 + s.Where((one, at) => at != h && one >= s.ElementAt(h)).LongCount()));
        Wrong(Exercise.CheckRank,
            By((s, h) => s.Count(one => one >= s[h]) - 1, "one too low"), By((s, h) => s.Count(one => one >= s[h]) + 1, "one too high"), By((s, h) => s.Count(one => one > s[h]) + 1, "Equal scores"), By((s, h) => s.Count(one => one > s[h]), "from 0, with ties"),
            By((s, h) => s.Count(one => one <= s[h]), "lower"), By((s, h) => s.Count(one => one < s[h]) + 1, "lower"), By((s, h) => h, "stands in the array"), By((s, h) => h + 1, "stands in the array"), By((s, h) => s.Length, "how many items"),
            By((s, h) => s.Length - 1, "how many candidates"), By((s, h) => s.Count(one => one == s[h]), "Only equal"), By((s, h) => 3, "one list only"), By((s, h) => s[h + 10] > 0 ? 1 : 0, "IndexOutOfRange"),
            (3, "function is asked"), ((Func<int>)(() => 3), "takes 0 arguments"));

        static (object, string) By(Func<double[], int, int> of, string says) => (of, says);
    }

    [Fact]
    public void Measures()
    {
        static double Gain(int r) => r <= 10 ? Math.Log(2) / Math.Log(r + 1) : 0;
        static double Hit(int r) => r <= 10 ? 1 : 0;
        Right(Exercise.CheckMeasures,
            (Func<int, int, double[]>)((r, c) => [Hit(r), Gain(r), 1 - (r - 1.0) / c]), (Func<double, double, float[]>)((r, c) => [(float)Hit((int)r), (float)Gain((int)r), (float)(1 - (r - 1) / c)]),
            (Func<int, int, List<double>>)((r, c) => [Hit(r), r < 11 ? 1 / Math.Log2(r + 1) : 0, (c - r + 1) / (double)c]),
            (Func<int, int, (double, double, double)>)((r, c) => (Hit(r), Gain(r), 1 - (r - 1.0) / c)));
        Wrong(Exercise.CheckMeasures,
            By((r, c) => [Hit(r), Math.Log(2) / Math.Log(r + 1), 1 - (r - 1.0) / c], "no gain any more"), By((r, c) => [r < 10 ? 1 : 0, Gain(r), 1 - (r - 1.0) / c], "rank 10 is still"), By((r, c) => [r < 10 ? 1 : 0, r < 10 ? Gain(r) : 0, 1 - (r - 1.0) / c], "rank 10 is still"),
            By((r, c) => [Hit(r), r <= 10 ? 1 / Math.Log(r + 1) : 0, 1 - (r - 1.0) / c], "must give 1"), By((r, c) => [Hit(r), r <= 10 ? 1.0 / r : 0, 1 - (r - 1.0) / c], "logarithm"), By((r, c) => [Hit(r), r <= 10 ? Math.Log(2) / Math.Log(r + 2) : 0, 1 - (r - 1.0) / c], "has rank 1"),
            By((r, c) => [Hit(r), Gain(r), (r - 1.0) / c], "share below"), By((r, c) => [Hit(r), Gain(r), 1 - (r - 1) / c], "whole numbers"), By((r, c) => [Hit(r), Gain(r), 1 - (double)r / c], "best rank is 1"),
            By((r, c) => [Hit(r), Gain(r), 1 - (r - 1) / (c + 1.0)], "own candidates"), By((r, c) => [Gain(r), Hit(r), 1 - (r - 1.0) / c], "order is"), By((r, c) => [Hit(r), Gain(r)], "2 numbers"),
            By((r, c) => [Hit(r), r <= 10 ? Math.Log(2) / Math.Log(r) : 0, 1 - (r - 1.0) / c], "NaN or infinite"), By((r, c) => [1, 0.5, 0.6], "one measure at a time"),
            By((r, c) => [r < 10 ? 1 : 0, 1 / Math.Log2(r + 1), 1 - r / c], "rank 10 is still"), By((r, c) => [Hit(r), 1 / Math.Log2(r + 1), 1 - r / c], "no gain any more"), By((r, c) => [0, 0, 0], "All numbers are 0"));

        static (object, string) By(Func<int, int, double[]> of, string says) => (of, says);
    }

    [Theory, MemberData(nameof(Sets))]
    public void Hit_ratio_by_hand(int set)
    {
        var data = s_data[set];
        var result = new LeaveOneOutEvaluator(data, topK: 10).Evaluate(new MostPopular(data));
        var hr = result.HitRatio;
        ExerciseResult Check(object answer) => Exercise.CheckHitRatio(answer, data);
        if (hr == 0)
        {
            Assert.Contains("nothing to match here", Check(0).ToString(), StringComparison.Ordinal);
            return;
        }

        Right(Check, hr, (float)hr, (decimal)hr);
        Wrong(Check, (100 * hr, "per cent"), (hr * data.UserCount, "number of users"), (0, "whole numbers"), (-hr, ""), (1 - hr, "without a hit"), (result.At(100).HitRatio, "100 items"), (result.Ndcg, "nDCG"), (result.Auc, "AUC"),
            (double.NaN, "NaN"), ("x", "quotes"), (2 * hr, ""), (new[] { hr }, "list"));
    }

    [Fact]
    public void Loss_derivative()
    {
        static double S(double x) => 1 / (1 + Math.Exp(-x));
        Right(Exercise.CheckLossDerivative, (Func<double, double>)(x => -S(-x)), (Func<float, float>)(x => -1 / (1 + MathF.Exp(x))), (Func<double, double>)(x => S(x) - 1));
        Wrong(Exercise.CheckLossDerivative,
            By(x => S(-x), "the sign is not"), By(x => -S(x), "wrong sign"), By(S, "Both signs"), By(x => -Math.Exp(-x), "inside a logarithm"), By(x => Math.Exp(-x), "inside a logarithm"), By(x => S(x) * S(-x), "derivative of σ"),
            By(x => Math.Log(1 + Math.Exp(-x)), "That is the loss;"), By(x => -1, "not the same"), By(x => -0.5, "at x = 0"), By(x => x, "parabola"), By(x => double.NaN, "NaN"), By(x => -2 * S(-x), "2 times"),
            By(x => throw new InvalidOperationException("oh"), "oh"), (-0.3, "function is asked"));

        static (object, string) By(Func<double, double> of, string says) => (of, says);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5)]
    public void User_gradient(int seed)
    {
        var random = new Random(seed);
        float[] Row() => [.. Enumerable.Range(0, 8).Select(_ => (float)(random.NextDouble() - 0.5))];
        float[] p = Row(), i = Row(), j = Row();
        var low = 1 / (1 + Math.Exp(p.Select((value, k) => value * (i[k] - (double)j[k])).Sum()));
        double[] By(Func<int, double> of) => [.. Enumerable.Range(0, 8).Select(of)];
        ExerciseResult Check(object answer) => Exercise.CheckUserGradient(answer, p, i, j);
        var right = By(k => -low * (i[k] - j[k]));
        Right(Check, right, right.Select(value => (float)value).ToArray(), right.ToList(), right.Select(value => value));
        Wrong(Check,
            (By(k => low * (i[k] - j[k])), "sign is the opposite"), (By(k => (low - 1) * (i[k] - j[k])), "inside"), (By(k => (1 - low) * (i[k] - j[k])), "Both signs"), (By(k => i[k] - j[k]), "change with x"),
            (By(k => -low * p[k]), "positive item"), (By(k => low * p[k]), "negative item"), (By(k => -low * i[k]), "what of the negative"), (By(k => low * j[k]), "what of the positive"),
            (By(k => -low * (i[k] + j[k])), "added"), (By(k => -low * (i[k] - j[k]) * p[k]), "terms of x"), (right[..^1], "7 numbers"), (By(k => 3 * right[k]), "3 times"), (By(_ => double.NaN), "NaN"), (By(_ => 0), "Two factors"));
        Assert.Contains("nothing to match here", Exercise.CheckUserGradient(right, p, i, i).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Adagrad_by_hand()
    {
        Right(Exercise.CheckAdagrad,
            (Func<double, double, double, double[]>)((w, g, a) => [w - 0.05 * g / (Math.Sqrt(a + g * g) + 1e-7), a + g * g]), (Func<float, float, float, float[]>)((w, g, a) => [w - 0.05f * g / MathF.Sqrt(a + g * g), a + g * g]),
            (Func<double, double, double, List<double>>)((w, g, a) => [w - 0.05 / Math.Sqrt(a + Math.Pow(g, 2)) * g, a + Math.Pow(g, 2)]));
        Wrong(Exercise.CheckAdagrad,
            By((w, g, a) => [w + 0.05 * g / Math.Sqrt(a + g * g), a + g * g], "uphill"), By((w, g, a) => [w - 0.05 * g / Math.Sqrt(a), a + g * g], "before the step"), By((w, g, a) => [w - 0.05 * g / (a + g * g), a + g * g], "root"),
            By((w, g, a) => [w - 0.05 * g, a + g * g], "plain gradient"), By((w, g, a) => [w - 0.05 * g / Math.Sqrt(a + g * g), a], "old one"), By((w, g, a) => [w - g / Math.Sqrt(a + g * g), a + g * g], "learning rate"),
            By((w, g, a) => [-0.05 * g / Math.Sqrt(a + g * g), a + g * g], "step alone"), By((w, g, a) => [a + g * g, w - 0.05 * g / Math.Sqrt(a + g * g)], "order is"), By((w, g, a) => [w, a + g * g], "not moved yet"),
            By((w, g, a) => [w], "1 numbers"), By((w, g, a) => [w / 0, a], "NaN or infinite"), By((w, g, a) => [0, 0], "Two lines"));

        static (object, string) By(Func<double, double, double, double[]> of, string says) => (of, says);
    }

    [Fact]
    public void Bpr_loop()
    {
        static void Loop(double[][] P, double[][] Q, Triple[] triples, double eta, int way = 0)
        {
            foreach (var (u, i, j) in triples)
            {
                var x = P[u].Select((value, k) => value * (Q[i][k] - Q[j][k])).Sum();
                var c = (way == 1 ? 1 : -1) / (1 + Math.Exp(way == 2 ? -x : x));
                if (way == 3)
                    c = -1;
                for (var k = 0; k < P[u].Length; k++)
                {
                    var (p, a, b) = (P[u][k], Q[i][k], Q[j][k]);
                    if (way != 4)
                        P[u][k] -= eta * c * (a - b);
                    if (way == 8)
                        p = P[u][k];
                    if (way != 5)
                        Q[i][k] -= eta * c * p;
                    if (way != 6)
                        Q[j][k] += (way == 7 ? -1 : 1) * eta * c * p;
                }
            }
        }

        static (object, string) By(int way, string says, int take = 99, double faster = 1) =>
            ((Action<double[][], double[][], Triple[], double>)((P, Q, triples, eta) => Loop(P, Q, [.. triples.Take(take)], faster * eta, way)), says);

        Right(Exercise.CheckBprLoop, By(0, "").Item1, (Func<double[][], double[][], Triple[], double, int>)((P, Q, t, eta) => { Loop(P, Q, t, eta); return 1; }),
            (Action<IList<double[]>, IList<double[]>, IEnumerable<Triple>, double>)((P, Q, t, eta) => Loop([.. P], [.. Q], [.. t], eta)));
        Wrong(Exercise.CheckBprLoop,
            By(1, "uphill"), By(2, "inside"), By(3, "factor in front"), By(4, "the user has not"), By(5, "positive item has not"), By(6, "negative item has not"), By(7, "same way"), By(8, "already moved"), By(0, "Nothing has moved", take: 0),
            By(0, "first triple", take: 1), By(0, "learning rate", faster: 10), By(0, "on paper", faster: 2), (0.5, "function is asked"), ((Action<double[][], double[][], Triple[], double>)((P, Q, t, eta) => P[99][0] = 1), "IndexOutOfRange"));
    }

    [Theory, MemberData(nameof(SetsAndSeeds))]
    public void Fast_gradient(int set, ulong seed)
    {
        var data = s_data[set];
        var model = MatrixFactorization.Create(data, seed, factors: 8, standardDeviation: 0.3);
        int[] known = data.TrainingItems(3).ToArray(), others = [.. Enumerable.Range(0, data.ItemCount).Except(known).Take(2)];
        Triple[] triples = [new(3, known[0], others[0]), new(3, known[1], others[1])];
        double[] p = [.. model.UserFactors[3].ToArray().Select(value => (double)value)], g = new double[8];
        foreach (var (user, positive, negative) in triples)
        {
            for (var k = 0; k < 8; k++)
                g[k] -= (model.ItemFactors[positive][k] - model.ItemFactors[negative][k]) / (1 + Math.Exp(model.Score(user, positive) - model.Score(user, negative)));
        }

        var length = Math.Sqrt(g.Sum(value => value * value));
        double[] By(Func<double, double> of) => [.. g.Select(of)];
        var right = By(value => 0.5 * value / length);
        ExerciseResult Check(object answer) => Exercise.CheckFastGradient(answer, model, triples, 0.5f);
        Right(Check, right, right.Select(value => (float)value).ToArray(), right.ToList());
        Wrong(Check,
            (p.Zip(right, (a, b) => a + b).ToArray(), "p + Δ"), (By(value => -0.5 * value / length), "opposite"), (g, "gradient itself"), (By(value => value / length), "length is 1"), (By(value => 0.5 * value), "ε times the gradient"),
            (By(value => 0.5 * value / length / length), "root is missing"), (By(value => 0.5 * value / g.Sum(Math.Abs)), "sizes"), (By(value => 0.5 * Math.Sign(value)), "box"), (By(value => -value), "opposite sign"), (right[1..], "7 numbers"),
            (By(_ => double.NaN), "NaN"), (By(_ => 0), "How long"), (By(value => 3 * value / length), "6 times"));
        Assert.Contains("nothing to match here", Exercise.CheckFastGradient(right, model, triples, 0).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Whole_attack()
    {
        static double[][] Attack(double[][] P, double[][] Q, Triple[] triples, double epsilon, int way = 0)
        {
            double[][] rows = [.. P.Concat(Q).Select(row => new double[row.Length])];
            foreach (var (u, i, j) in triples)
            {
                var x = P[u].Select((value, k) => value * (Q[i][k] - Q[j][k])).Sum();
                var c = way == 2 ? -1 : -1 / (1 + Math.Exp(way == 1 ? -x : x));
                for (var k = 0; k < P[u].Length; k++)
                {
                    rows[u][k] += way == 3 ? 0 : c * (Q[i][k] - Q[j][k]);
                    rows[P.Length + i][k] += way is 4 or 5 ? 0 : c * P[u][k];
                    rows[P.Length + j][k] -= way is 4 or 6 ? 0 : c * P[u][k];
                }
            }

            return way == 7 ? rows : [.. rows.Select(row => row.Select(value => value == 0 ? 0 : epsilon * value / Math.Sqrt(row.Sum(v => v * v))).ToArray())];
        }

        static (object, string) By(int way, string says, Func<double, double>? budget = null) =>
            ((Func<double[][], double[][], Triple[], double, double[][]>)((P, Q, t, e) => Attack(P, Q, t, budget is null ? e : budget(e), way)), says);
        Right(Exercise.CheckWholeAttack, By(0, "").Item1, (Func<double[][], double[][], Triple[], float, List<float[]>>)((P, Q, t, e) => [.. Attack(P, Q, t, e).Select(row => row.Select(v => (float)v).ToArray())]),
            (Func<double[][], double[][], Triple[], double, IEnumerable<double[]>>)((P, Q, t, e) => Attack(P, Q, t, e)));
        Wrong(Exercise.CheckWholeAttack,
            By(1, "inside"), By(2, "weighs the same"), By(3, "users do not"), By(4, "items do not"), By(5, "positive item has"), By(6, "negative item has"), By(7, "still to be brought"), By(0, "sign is the opposite", e => -e),
            By(0, "length 1", _ => 1), By(0, "2 times", e => 2 * e), (0.3, "function is asked"), ((Func<double[][], double[][], Triple[], double, double>)((P, Q, t, e) => e), "return rows"),
            ((Func<double[][], double[][], Triple[], double, double[][]>)((P, Q, t, e) => [.. P.Concat(Q).Zip(Attack(P, Q, t, e), (a, b) => a.Zip(b, (v, d) => v + d).ToArray())]), "moved rows"));
    }

    [Theory, MemberData(nameof(SetsAndSeeds))]
    public void Halves_and_noise(int set, ulong seed)
    {
        var data = s_data[set];
        var model = Trained(data, seed);
        var evaluator = new LeaveOneOutEvaluator(data, topK: 20);
        var clean = evaluator.Evaluate(model);
        var delta = new FastGradientAttack(0.8f).Perturb(model, data, seed);
        double Drop(Perturbation by) => clean.DropTo(evaluator.Evaluate(model + by), m => m.Ndcg);
        double users = Drop(new(delta.UserFactors, new(model.ItemCount, model.Factors))), items = Drop(new(new(model.UserCount, model.Factors), delta.ItemFactors)), whole = Drop(delta);
        ExerciseResult Check(object answer) => Exercise.CheckHalves(answer, model, delta, evaluator);
        if (clean.Ndcg == 0)
        {
            Assert.Contains("nothing to match here", Check(new[] { 1.0, 2 }).ToString(), StringComparison.Ordinal);
            return;
        }

        Right(Check, new[] { users, items }, new[] { (float)users, (float)items }, new List<double> { users, items }, (users, items));
        Wrong(Check,
            (new[] { items, users }, "other way round"), (new[] { -users, -items }, "opposite"), (new[] { users / 100, items / 100 }, "shares"), (new[] { whole, whole }, "twice"), (new[] { whole / 2, whole / 2 }, "Half of the whole"),
            (new[] { users, users }, "users again"), (new[] { items, items }, "items again"), (new[] { users }, "1 numbers"), (new[] { users, items, whole }, "3 numbers"), (new[] { double.NaN, items }, "NaN"), (new[] { 3 * users, 3 * items }, "3 times"), (users, "list"));
        if (Exercise.CheckNoiseBudget(0.5, model, data, evaluator).ToString().StartsWith('○'))
            return;
        ExerciseResult Noise(object answer) => Exercise.CheckNoiseBudget(answer, model, data, evaluator);
        var enough = Enumerable.Range(1, 30).Select(step => 0.25f * step).First(size => Noise(size).ToString().StartsWith('✓'));
        Right(Noise, enough, (double)enough, (decimal)enough);
        Wrong(Noise, (1e5, "Take less"), (-1, "0 or more"), (double.PositiveInfinity, "0 or more"), (double.NaN, "0 or more"), (1e9, "0 or more"), ("1", "quotes"), (new List<double> { 1.5 }, "list"), ((Func<double>)(() => 1), "function"), (true, "truth"), (1e6, "Take less"));
    }

    [Theory, MemberData(nameof(Sets))]
    public void Gradient_count(int set)
    {
        var data = s_data[set];
        double all = data.TrainingPairCount, batches = Math.Ceiling(all / 512), right = (batches + 2) * all;
        ExerciseResult Check(object answer) => Exercise.CheckGradientCount(answer, data);
        Right(Check, right, (long)right, (decimal)right);
        Wrong(Check, (batches * all, ""), (right - all, ""), (2 * all, "Apr"), (all, ""), (batches, ""), ((2 * batches + 2) * all, "not two"), (batches * all + 1024, ""), (0, "computes some"), (-right, "not negative"), (512, ""),
            (right + 1000, "How many batches"), (double.NaN, "NaN"), ("n", "quotes"));
        if (batches > 1)
            Wrong(Check, (batches * all, "attacks alone"), (right - all, "two gradients of its own"), (all, "plain training"), (batches, "number of batches"), (512, "size of a batch"), (3 * all, "not only its own"), (batches * all + 1024, "of one batch only"), (Math.Floor(all / 512) * all + 2 * all, ""), (all / 512 * all + 2 * all, "round the number"),
                (batches * 512 + 2 * all, "not only its own"), (batches * all + 2 * batches * 512, "count its own triples exactly"), (2 * all, "Apr"));
    }

    [Fact]
    public void Holm()
    {
        static double[] Of(double[] p, Func<double, int, int, double> by, bool grows = true, bool cap = true, bool back = true)
        {
            var (result, highest) = (new double[p.Length], 0.0);
            foreach (var (rank, at) in Enumerable.Range(0, p.Length).OrderBy(at => p[at]).Index())
            {
                var value = by(p[at], rank, p.Length);
                value = cap ? Math.Min(1, value) : value;
                highest = grows ? Math.Max(highest, value) : value;
                result[back ? at : rank] = highest;
            }

            return result;
        }

        static (object, string) By(Func<double[], double[]> of, string says) => (of, says);
        static double True(double p, int rank, int n) => (n - rank) * p;
        Right(Exercise.CheckHolm, By(p => Of(p, True), "").Item1, (Func<float[], float[]>)(p => [.. Of([.. p.Select(v => (double)v)], True).Select(v => (float)v)]), (Func<double[], IEnumerable<double>>)(p => Of(p, True).Select(v => v)));
        Wrong(Exercise.CheckHolm,
            By(p => p, "Nothing is corrected"), By(p => Of(p, (v, _, n) => n * v), "Bonferroni"), By(p => Of(p, True, grows: false), "below the one before"), By(p => Of(p, True, cap: false), "none exceeds 1"), By(p => Of(p, True, back: false), "sorted"),
            By(p => Of(p, (v, rank, _) => (rank + 1) * v), "other way"), By(p => Of(p, (v, rank, n) => (n - rank - 1) * v), "one too small"), By(p => [.. p.Select((v, at) => Math.Min(1, (p.Length - at) * v))], "sort first"),
            By(p => [.. p.Select(v => 1 - Math.Pow(1 - v, p.Length))], "Šidák"), By(p => [.. p.Select(v => v / p.Length)], "divide"), By(p => [0.03, 0.06, 0.06], "3 numbers"), By(p => Of(p, True, grows: false, cap: false), "Two things"),
            (new List<double> { 0.03, 0.06 }, "function is asked"));
    }

    [Fact]
    public void Scaled_budget()
    {
        Right(Exercise.CheckScaledBudget, (Func<double, double, double>)((e, s) => e * s), (Func<float, float, float>)((e, s) => s * e), (Func<double, float, double>)((e, s) => e / (1 / s)));
        Wrong(Exercise.CheckScaledBudget,
            By((e, s) => e / s, "Turn it round"), By((e, s) => e * s * s, "square"), By((e, s) => e / s / s, "not with the scores"), By((e, s) => e * Math.Sqrt(s), "no root"), By((e, s) => e, "smaller change"), By((e, s) => s, "plays no part"),
            By((e, s) => s / e, "wrong side"), By((e, s) => e + s, "not by a sum"), By((e, s) => 2 * e, "doubled model only"), By((e, s) => 0.5 * s, "for ε = 0.5 only"), By((e, s) => -e * s, "is a length"), By((e, s) => e * (int)s, "do not round"), (2, "function"));

        static (object, string) By(Func<double, double, double> of, string says) => (of, says);
    }

    [Theory, MemberData(nameof(SetsAndSeeds))]
    public void Stretch(int set, ulong seed)
    {
        var data = s_data[set];
        var model = Trained(data, seed);
        var evaluator = new LeaveOneOutEvaluator(data, topK: 20);
        ExerciseResult Check(object answer) => Exercise.CheckStretch(answer, model, data, evaluator);
        if (Check(1).ToString().StartsWith('○'))
            return;
        Right(Check, 10000.0, 10000f, 10000);
        Wrong(Check, (1, "The attack costs"), (0, "above 0"), (-5, "above 0"), (1e20, "lose their digits"), (double.PositiveInfinity, "lose their digits"), (double.NaN, "above 0"), (1e-9, "lose their digits"), ("32", "quotes"), (new List<int> { 32 }, "list"), ((Func<int>)(() => 32), "function"), (-0.5, "above 0"));
    }

    [Fact]
    public void Longest_row()
    {
        static ExerciseResult Check(object answer) => Exercise.CheckLongestRow(answer);
        Right(Check, 4, 4f, 0.5 * Math.Sqrt(64));
        Wrong(Check, (0.5, "ball"), (32, "square, sum"), (8, "root of 64"), (16, "root is missing"), (64, "how many"), (1, "Two numbers"), (0.25, "one number"), (-4, "not negative"), (3, "corner"), (double.NaN, "NaN"), ("4", "quotes"));
    }

    [Theory, InlineData(0, 1), InlineData(0, 2), InlineData(2, 3), InlineData(2, 4), InlineData(0, 5)]
    public void Large_budget(int set, ulong seed)
    {
        var data = s_data[set];
        var trainer = new BprTrainer(data, MatrixFactorization.Create(data, seed), new() { Seed = seed });
        var evaluator = new LeaveOneOutEvaluator(data);
        trainer.Train(30);
        var before = evaluator.Evaluate(trainer.Model);
        new AdversarialTrainer(trainer, new() { Recipe = AdversarialRecipe.Apr, Epsilon = 2 }).Train(30);
        var kept = evaluator.Evaluate(trainer.Model).Ndcg / before.Ndcg;
        ExerciseResult Check(object answer) => Exercise.CheckLargeBudget(answer, data, seed);
        Right(Check, kept, (float)kept, (decimal)kept);
        var after = kept * before.Ndcg;
        (double Answer, string Says)[] slips =
        [
            (100 * kept, "per cent"), (1 - kept, "share that is lost"), (1 / kept, "Turn it round"), (before.Ndcg, "nDCG before"), (after, "nDCG afterwards"), (after - before.Ndcg, "difference"), (100 * (1 - kept), "loss, in per cent"), (-3 * kept, "divided by nDCG before"), (3 * kept, "divided by nDCG before"),
        ];
        // Where training on changes next to nothing, some slips give the right number.
        Wrong(Check, [.. slips.Where(slip => Math.Abs(slip.Answer - kept) > 0.03 * kept).Select(slip => ((object)slip.Answer, kept is > 0.97 and < 1.03 ? "" : slip.Says)),
            (double.NaN, "NaN"), ("collapses", "quotes"), (true, "truth"), (new[] { kept }, "list"), ((Func<double>)(() => kept), "function")]);
    }

    [Theory, MemberData(nameof(SetsAndSeeds))]
    public void Dropped_item(int set, ulong seed)
    {
        var data = s_data[set];
        MatrixFactorization model = Trained(data, seed), other = new(model.UserFactors.Copy(), new(data.ItemCount, model.Factors));
        for (var item = 0; item < data.ItemCount; item++)
            other.ItemFactors[item][0] = item;
        List<int> Lists(MatrixFactorization of) => [.. Enumerable.Range(0, data.UserCount).SelectMany(user => Recommendations.For(of, data, user).Select(entry => entry.Item))];
        var listed = Lists(model);
        var dropped = listed.Except(Lists(other)).MaxBy(item => (listed.Count(one => one == item), -item));
        ExerciseResult Check(object answer) => Exercise.CheckDroppedItem(answer, model, other, data);
        Right(Check, dropped, (double)dropped, (long)dropped);
        var (counts, gone) = (listed.CountBy(item => item).ToDictionary(), listed.Except(Lists(other)).ToList());
        int[] tied = [.. gone.Where(item => counts[item] == counts[dropped])];
        (object, string)[] slips =
        [
            (tied.Max(), "smallest number"), (gone.MinBy(item => (counts[item], -item)), "which was on most"), (counts.MaxBy(entry => (entry.Value, -entry.Key)).Key, "gone from the defended"), (counts[dropped], "on how many lists"), (gone.Count, "how many items have left"),
        ];
        // Where two slips lead to one number, or by chance to the right one, there is nothing to tell apart.
        (object, string)[] apart = [.. slips.Where(slip => (int)slip.Item1 != dropped && slips.Count(other => (int)other.Item1 == (int)slip.Item1) == 1)];
        Assert.NotEmpty(apart);
        Wrong(Check, [.. apart, (-1, ""), (dropped + 0.5, "Count how often"), (1e9, "Count how often"), (-dropped - 7, "Count how often"), (double.NaN, "NaN"), ("Star Trek", "quotes"), (new[] { dropped }, "list"), (true, "truth"), ((Func<int>)(() => dropped), "function")]);
        Assert.Contains("nothing to match here", Exercise.CheckDroppedItem(1, model, model, data).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bandwagon_profiles()
    {
        static int[][] Make(int[] popularity, int target, int way = 0)
        {
            int[] others = [.. Enumerable.Range(0, popularity.Length).Where(item => way == 1 || item != target)];
            int[] popular = [.. (way == 2 ? others.OrderBy(item => popularity[item]) : others.OrderByDescending(item => popularity[item]).ThenBy(item => item)).Take(way == 3 ? 19 : 20)];
            int[] rest = [.. others.Except(popular)];
            var random = new Random(1);
            return [.. Enumerable.Range(0, way == 4 ? 9 : 10).Select(_ =>
            {
                random = way == 5 ? new(1) : random;
                int[] mixed = [.. rest];
                random.Shuffle(mixed);
                int[] start = way == 6 ? popular : [target, .. popular];
                return (int[])[.. start, .. way == 7 ? popular.Take(20) : mixed.Take(way == 8 ? 19 : 20)];
            })];
        }

        static (object, string) By(int way, string says) => ((Func<int[], int, int[][]>)((popularity, target) => Make(popularity, target, way)), says);
        Right(Exercise.CheckBandwagon, By(0, "").Item1, (Func<int[], int, List<List<int>>>)((p, t) => [.. Make(p, t).Select(row => row.ToList())]), (Func<IReadOnlyList<int>, int, IEnumerable<int[]>>)((p, t) => Make([.. p], t)));
        Wrong(Exercise.CheckBandwagon,
            By(1, ""), By(2, "other way round"), By(3, "popular items is missing"), By(4, "ten are needed"), By(5, "All profiles are the same"), By(6, "target is missing"), By(7, "occurs twice"), By(8, "40 items"),
            (10, "function is asked"), ((Func<int[], int, int>)((p, t) => t), "return profiles"), ((Func<int[], int, int[]>)((p, t) => [t]), "Profiles are needed"), ((Func<int[], int, int[][]>)((p, t) => [.. Make(p, t).Select(row => row.Select(item => item + 1).ToArray())]), ""),
            ((Func<int[], int, int[][]>)((p, t) => [.. Make(p, t).Select(row => row.Select(item => -item).ToArray())]), "is no item"));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(4), InlineData(5)]
    public void Detector_auc(int seed)
    {
        var random = new Random(seed);
        double[] suspicion = [.. Enumerable.Range(0, 60).Select(user => Math.Round(random.NextDouble() + (user >= 50 ? 0.3 : 0), 1))];
        var right = Poisoning.Detection.Of(suspicion, 50);
        double Wins(double tie) => suspicion.Skip(50).Sum(one => suspicion.Take(50).Sum(other => other < one ? 1 : other == one ? tie : 0));
        ExerciseResult Check(object answer) => Exercise.CheckDetectorAuc(answer, suspicion, 50);
        Right(Check, right.Auc, (float)right.Auc, (decimal)right.Auc);
        Wrong(Check, (1 - right.Auc, "real user is the more"), (100 * right.Auc, "per cent"), (Wins(0.5), "how many pairs"), (Wins(0) / 500, "count half"), (Wins(1) / 500, "not whole"), (0, "whole numbers"), (Wins(0.5) / 3600, "pairs of all users"),
            (Wins(0.5) / 600, "too many"), (double.NaN, "NaN"), ("1", "quotes"), (new List<double> { right.Auc }, "list"), (-right.Auc, ""), (2 * right.Auc, ""));
        // Where no fake user is among the most suspicious, a division of whole numbers is still the likelier way to 0.
        Assert.Contains("whole numbers", Exercise.CheckDetectorAuc(0, [0.9, 0.8, 0.1, 0.5, 0.4], 3).ToString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(SetsAndSeeds))]
    public void Exposure_gain(int set, ulong seed)
    {
        var data = s_data[set];
        var target = Poisoning.TargetItems.Draw(data, 1, seed)[0];
        Poisoning.TargetExposure Of(ulong of) => Poisoning.TargetExposure.Of(MatrixFactorization.Create(data, of, factors: 4), data, target);
        Poisoning.TargetExposure without = Of(seed), with = Of(seed + 100);
        double points = without.MeanRank - with.MeanRank;
        ExerciseResult Check(object answer) => Exercise.CheckExposureGain(answer, without, with);
        if (points == 0)
        {
            Assert.Contains("nothing to match", Check(0).ToString(), StringComparison.Ordinal);
            return;
        }

        Right(Check, points, (float)points, new List<double> { points }[0]);
        Wrong(Check, (-points, "opposite"), (with.MeanRank, "what was it without"), (without.MeanRank, "what is it with"), (points * with.Ranks.Count, "sum over all"), (points / without.MeanRank, "share of"), (100 * points / without.MeanRank, "in per cent"), (3 * points, ""), (7 * points, ""), (points + 1e-2 * points, ""), (double.NaN, "NaN"), ("1", "quotes"), (true, "truth"), (new List<double> { points }, "list"), (1e9, ""));
    }

    private static void Right(Func<object, ExerciseResult> check, params object[] answers)
    {
        Assert.True(answers.Length >= 3);
        Assert.All(answers, answer => Assert.StartsWith("✓", check(answer).ToString(), StringComparison.Ordinal));
    }

    private static void Wrong(Func<object, ExerciseResult> check, params (object Answer, string Says)[] answers)
    {
        Assert.True(answers.Length >= 10);
        Assert.All(answers, wrong =>
        {
            var said = check(wrong.Answer).ToString();
            Assert.StartsWith("✗", said, StringComparison.Ordinal);
            Assert.True(said.Split("not yet.")[1].Trim().Length > 10, $"No hint: {said}");
            Assert.Contains(wrong.Says, said, StringComparison.Ordinal);
        });
    }

    private static IEnumerable<ExerciseResult> All(object? answer)
    {
        var model = Trained(s_first, 1);
        var evaluator = new LeaveOneOutEvaluator(s_first, topK: 5);
        var delta = new FastGradientAttack(2).Perturb(model, s_first, seed: 1);
        return
        [
            Exercise.CheckBelowAverage(answer, s_longTail), Exercise.CheckRank(answer), Exercise.CheckMeasures(answer), Exercise.CheckHitRatio(answer, s_longTail),
            Exercise.CheckLossDerivative(answer), Exercise.CheckUserGradient(answer, [1], [1], [0]), Exercise.CheckAdagrad(answer), Exercise.CheckBprLoop(answer),
            Exercise.CheckFastGradient(answer, model, [new Triple(0, 0, 1)], 1), Exercise.CheckWholeAttack(answer), Exercise.CheckHalves(answer, model, delta, evaluator), Exercise.CheckNoiseBudget(answer, model, s_first, evaluator),
            Exercise.CheckGradientCount(answer, s_first), Exercise.CheckHolm(answer), Exercise.CheckScaledBudget(answer), Exercise.CheckStretch(answer, model, s_first, evaluator),
            Exercise.CheckLongestRow(answer), Exercise.CheckLargeBudget(answer, s_first, 1), Exercise.CheckBandwagon(answer), Exercise.CheckDetectorAuc(answer, [0.1, 0.2, 0.2, 0.3], 2),
            Exercise.CheckDroppedItem(answer, model, new(model.UserFactors.Copy(), new(model.ItemCount, model.Factors)), s_first), Exercise.CheckExposureGain(answer, Poisoning.TargetExposure.Of(model, s_first, 1), Poisoning.TargetExposure.Of(Trained(s_first, 2), s_first, 1)),
        ];
    }

    private static MatrixFactorization Trained(LeaveOneOutDataset data, ulong seed)
    {
        var isLarge = data.TrainingPairCount > 10000;
        var model = MatrixFactorization.Create(data, seed, factors: isLarge ? 64 : 8);
        new BprTrainer(data, model, new() { Seed = seed, BatchSize = isLarge ? 512 : 32 }).Train(isLarge ? 5 : 40);
        return model;
    }

    /// <summary>Two tastes of very different popularity.</summary>
    private static LeaveOneOutDataset Tilted() => new(
        "tilted", [.. Enumerable.Range(0, 80).SelectMany(user => Enumerable.Range(0, 6).Select(at => (user, user % 3 == 0 ? (user + 5 * at) % 20 : 20 + (user + at * at) % 15)).Distinct())],
        [.. Enumerable.Range(0, 80).Select(user => user % 3 == 0 ? 35 + user % 4 : 39 + user % 2)], itemCount: 41);
}
