using System.Text.Json;
using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Objective;
using AdvRec.Tests.Naive;
using AdvRec.Training;

namespace AdvRec.Tests.Golden;

/// <summary>Six users, eight items, four factors: every intermediate value is known.</summary>
public class SmallGoldenTests
{
    private static readonly JsonElement Golden = GoldenFiles.Read("small.json");

    private static readonly (int User, int Item)[] Train =
        [.. Golden.GetProperty("train").EnumerateArray().Select(pair => (pair[0].GetInt32(), pair[1].GetInt32()))];

    private static readonly LeaveOneOutDataset Data =
        new("golden", Train, Golden.GetProperty("test").Integers(), itemCount: Golden.GetProperty("num_items").GetInt32());

    private static readonly Triple[] Batch =
        [.. Golden.GetProperty("batch").EnumerateArray().Select(triple => new Triple(triple[0].GetInt32(), triple[1].GetInt32(), triple[2].GetInt32()))];

    public static TheoryData<string> Subjects => ["naive", "library"];

    [Theory, MemberData(nameof(Subjects))]
    public void Bpr_step(string subjectName)
    {
        var subject = Subject(subjectName);
        var expected = Golden.GetProperty("bpr_step");

        Matrices.AssertClose(expected.GetProperty("loss").GetDouble(), subject.Step(Batch), subject.SumTolerance, "loss");

        AssertState(expected, subject);
    }

    [Fact]
    public void Naive_gradient_of_a_batch()
    {
        var expected = Golden.GetProperty("bpr_step");
        var (_, gradientP, gradientQ) = Naive().Gradient(Batch);

        Matrices.AssertEqual(expected.GetProperty("gradP").Matrix(), gradientP, 1e-10, "gradP");
        Matrices.AssertEqual(expected.GetProperty("gradQ").Matrix(), gradientQ, 1e-10, "gradQ");
    }

    [Fact]
    public void Gradient_of_a_batch()
    {
        var expected = Golden.GetProperty("bpr_step");
        var model = Model();
        var gradient = new BatchGradient(model);
        gradient.Begin(Batch);
        gradient.Add(Batch);

        Matrices.AssertEqual(expected.GetProperty("gradP").Matrix(), Matrices.ToArray(Matrices.ToFactors(gradient.Users)), 1e-4, "gradP");
        Matrices.AssertEqual(expected.GetProperty("gradQ").Matrix(), Matrices.ToArray(Matrices.ToFactors(gradient.Items)), 1e-4, "gradQ");
    }

    [Fact]
    public void Gradient_of_the_training_set()
    {
        var expected = Golden.GetProperty("attackA");
        var gradient = Gradient.Zero(Model());
        new FullGradient(Model(), new(threads: 2)).Compute(Model(), SortedTriples.Of(AttackTriples("attackA"), Model()), gradient);

        Matrices.AssertEqual(expected.GetProperty("gradP").Matrix(), Matrices.ToArray(gradient.Users), 1e-4, "gradP");
        Matrices.AssertEqual(expected.GetProperty("gradQ").Matrix(), Matrices.ToArray(gradient.Items), 1e-4, "gradQ");
    }

    [Fact]
    public void Score_differences_and_their_derivative()
    {
        var expected = Golden.GetProperty("bpr_step");
        var x = new float[Batch.Length];
        var model = Model();

        BprLoss.ScoreDifferences(model.UserFactors.Span, model.ItemFactors.Span, Batch, x);
        for (var t = 0; t < x.Length; t++)
            Matrices.AssertClose(expected.GetProperty("x").Numbers()[t], x[t], 1e-4, $"x[{t}]");

        BprLoss.ToDerivatives(x);
        for (var t = 0; t < x.Length; t++)
            Matrices.AssertClose(expected.GetProperty("dloss_dx").Numbers()[t], x[t], 1e-4, $"dloss_dx[{t}]");
    }

    [Theory, MemberData(nameof(Subjects))]
    public void Attack_on_the_training_set(string subjectName)
    {
        var subject = Subject(subjectName);
        var expected = Golden.GetProperty("attackA");

        var loss = subject.Attack(AttackTriples("attackA"), Golden.GetProperty("epsilon").GetDouble());

        Matrices.AssertClose(expected.GetProperty("loss").GetDouble(), loss, subject.SumTolerance, "loss");
        Matrices.AssertEqual(expected.GetProperty("deltaP").Matrix(), subject.Delta.P, subject.EntryTolerance, "deltaP");
        Matrices.AssertEqual(expected.GetProperty("deltaQ").Matrix(), subject.Delta.Q, subject.EntryTolerance, "deltaQ");
        Matrices.AssertEqual(Golden.GetProperty("P").Matrix(), subject.P, subject.EntryTolerance, "P, which an attack must not change,");
    }

    public static TheoryData<string, string, AdversarialRecipe, bool, double> AdversarialCases
    {
        get
        {
            var cases = new TheoryData<string, string, AdversarialRecipe, bool, double>();
            foreach (string subject in (string[])["naive", "library"])
            {
                cases.Add(subject, "faithful_delta_from_A", AdversarialRecipe.HandsOn, true, 1);
                cases.Add(subject, "faithful_zero_delta", AdversarialRecipe.HandsOn, false, 1);
                cases.Add(subject, "corrected", AdversarialRecipe.Corrected, false, 1);
                cases.Add(subject, "apr_minibatch", AdversarialRecipe.Apr, false, 1);
                cases.Add(subject, "apr_minibatch_reg10", AdversarialRecipe.Apr, false, 10);
            }

            return cases;
        }
    }

    [Theory, MemberData(nameof(AdversarialCases))]
    public void Adversarial_steps(string subjectName, string name, AdversarialRecipe recipe, bool carryDelta, double weight)
    {
        var subject = Subject(subjectName);
        var epsilon = Golden.GetProperty("epsilon").GetDouble();
        if (carryDelta)
            subject.Attack(AttackTriples("attackA"), epsilon);
        subject.StartAdversarial(recipe, epsilon, weight, carryDelta);

        var attacks = new[] { AttackTriples("attackB"), AttackTriples("attackA") };
        var steps = Golden.GetProperty("adv_step").GetProperty(name).EnumerateArray().ToArray();
        Assert.NotEmpty(steps);
        foreach (var (expected, attack) in steps.Zip(attacks))
        {
            var (clean, adversarial) = subject.AdversarialStep(Batch, attack);

            Matrices.AssertClose(expected.GetProperty("loss_clean_part").GetDouble(), clean, subject.SumTolerance, "clean loss");
            Matrices.AssertClose(expected.GetProperty("loss_adv_part").GetDouble(), adversarial, subject.SumTolerance, "adversarial loss");
            Matrices.AssertEqual(expected.GetProperty("deltaP").Matrix(), subject.Delta.P, subject.EntryTolerance, "deltaP");
            Matrices.AssertEqual(expected.GetProperty("deltaQ").Matrix(), subject.Delta.Q, subject.EntryTolerance, "deltaQ");
            AssertState(expected, subject);
        }
    }

    [Fact]
    public void Row_normalisation_of_tiny_and_zero_rows()
    {
        var golden = Golden.GetProperty("primitives").GetProperty("l2_normalize_rows");
        var input = golden.GetProperty("input").Matrix();
        var expected = golden.GetProperty("output").Matrix();
        Matrices.AssertEqual(expected, NaiveBpr.Normalize(input, 1), 1e-10, "naive");

        var rows = Matrices.ToFactors(input);
        var actual = new FactorMatrix(rows.Rows, rows.Factors);
        for (var row = 0; row < rows.Rows; row++)
            FastGradient.Step(rows.PaddedRow(row), 1, actual.PaddedRow(row));
        Matrices.AssertEqual(expected, Matrices.ToArray(actual), 1e-5, "library");
    }

    [Fact]
    public void Loss_and_derivative_on_both_sides_of_the_clip()
    {
        var golden = Golden.GetProperty("primitives").GetProperty("softplus_of_minus_clipped_x");
        foreach (var (x, loss, derivative) in golden.GetProperty("x").Numbers().Zip(golden.GetProperty("loss").Numbers(), golden.GetProperty("dloss_dx").Numbers()))
        {
            Matrices.AssertClose(loss, NaiveBpr.Loss(x), 1e-10, $"naive loss of {x}");
            Matrices.AssertClose(derivative, NaiveBpr.LossDerivative(x), 1e-10, $"naive derivative at {x}");

            // Single precision rounds some of the inputs onto the clip itself: the twin sees the rounded number, too.
            float[] single = [(float)x];
            var actual = BprLoss.ToDerivatives(single);
            Matrices.AssertClose(NaiveBpr.Loss((float)x), actual, 1e-6, $"loss of {x}", floor: 1e-32);
            Matrices.AssertClose(NaiveBpr.LossDerivative((float)x), single[0], 1e-6, $"derivative at {x}", floor: 1e-32);
        }
    }

    [Theory, InlineData("clean"), InlineData("attacked"), InlineData("ties")]
    public void Evaluation(string name)
    {
        var golden = Golden.GetProperty("evaluator").GetProperty(name);
        var scores = golden.GetProperty("scores").Matrix();
        Assert.Equal(golden.GetProperty("position").Integers(), NaiveEvaluator.Positions(Data, scores));

        var result = new LeaveOneOutEvaluator(Data).Evaluate(new ScoreTable(scores));

        Assert.Equal(golden.GetProperty("position").Integers(), result.Positions);
        Assert.Equal(golden.GetProperty("num_candidates").Integers(), result.CandidateCounts);
        AssertMetrics(golden, result);
    }

    [Fact]
    public void Original_ranks_a_NaN_first_and_the_library_refuses_it()
    {
        var golden = Golden.GetProperty("evaluator").GetProperty("nan");
        var scores = golden.GetProperty("scores").Matrix();
        var positions = NaiveEvaluator.Positions(Data, scores);
        Assert.Equal(golden.GetProperty("position").Integers(), positions);
        AssertMetrics(golden, new EvaluationResult(positions, golden.GetProperty("num_candidates").Integers(), 1));

        var user = Enumerable.Range(0, Data.UserCount).First(user => Enumerable.Range(0, Data.ItemCount).Any(item => double.IsNaN(scores[user, item])));
        var refusal = Assert.Throws<NotFiniteNumberException>(() => new LeaveOneOutEvaluator(Data, threads: 1).Evaluate(new ScoreTable(scores)));
        Assert.Contains($"User {user}:", refusal.Message, StringComparison.Ordinal);
    }

    private static void AssertMetrics(JsonElement golden, EvaluationResult result)
    {
        foreach (var atK in golden.GetProperty("at_K").EnumerateObject())
        {
            var topK = int.Parse(atK.Name, System.Globalization.CultureInfo.InvariantCulture);
            var metrics = result.At(topK);
            Assert.Equal(atK.Value.GetProperty("hr").GetDouble(), metrics.HitRatio, 12);
            Assert.Equal(atK.Value.GetProperty("ndcg").GetDouble(), metrics.Ndcg, 12);
            Assert.Equal(atK.Value.GetProperty("auc").GetDouble(), metrics.Auc, 12);
            Assert.Equal(atK.Value.GetProperty("per_user_ndcg").Numbers(), result.PerUser(user => user.Ndcg, topK), (a, b) => Math.Abs(a - b) < 1e-12);
        }

        Assert.Equal(golden.GetProperty("per_user_auc").Numbers(), result.PerUser(user => user.Auc), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    private static void AssertState(JsonElement expected, ISubject subject)
    {
        Matrices.AssertEqual(expected.GetProperty("P").Matrix(), subject.P, subject.EntryTolerance, "P");
        Matrices.AssertEqual(expected.GetProperty("Q").Matrix(), subject.Q, subject.EntryTolerance, "Q");
        Matrices.AssertEqual(expected.GetProperty("accP").Matrix(), subject.AccumulatorP, subject.EntryTolerance, "accP");
        Matrices.AssertEqual(expected.GetProperty("accQ").Matrix(), subject.AccumulatorQ, subject.EntryTolerance, "accQ");
    }

    private static Triple[] AttackTriples(string name) =>
        [.. Train.Zip(Golden.GetProperty($"{name}_negatives").Integers(), (pair, negative) => new Triple(pair.User, pair.Item, negative))];

    private static MatrixFactorization Model() =>
        new(Matrices.ToFactors(Golden.GetProperty("P").Matrix()), Matrices.ToFactors(Golden.GetProperty("Q").Matrix()));

    private static NaiveBpr Naive() => new(
        Golden.GetProperty("P").Matrix(), Golden.GetProperty("Q").Matrix(), Golden.GetProperty("accP").Matrix(), Golden.GetProperty("accQ").Matrix());

    private static ISubject Subject(string name)
    {
        var (p, q) = (Golden.GetProperty("P").Matrix(), Golden.GetProperty("Q").Matrix());
        var (accumulatorP, accumulatorQ) = (Golden.GetProperty("accP").Matrix(), Golden.GetProperty("accQ").Matrix());
        return name == "naive"
            ? new NaiveSubject(p, q, accumulatorP, accumulatorQ)
            : new LibrarySubject(Data, p, q, accumulatorP, accumulatorQ);
    }
}
