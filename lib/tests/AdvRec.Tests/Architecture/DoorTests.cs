using System.Reflection;
using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Objective;
using AdvRec.Poisoning;
using AdvRec.Training;

namespace AdvRec.Tests.Architecture;

/// <summary>Every public door of the library refuses ids just outside and shapes just off, and names the argument: no number is ever read from foreign memory.</summary>
public class DoorTests
{
    private const int Users = 60, Items = 80, Factors = 16;

    private static readonly string[] s_ids = ["user", "item", "row", "firstUser", "target"];

    /// <summary>Two things of one shape: of these types are they, and these methods take any.</summary>
    private static readonly Type[] s_shaped = [typeof(MatrixFactorization), typeof(IRecommender), typeof(LeaveOneOutDataset), typeof(Perturbation)];
    private static readonly string[] s_takeAnyShape = ["MatrixFactorization.RescaleTo", "AdversarialTrainer..ctor"];

    private static readonly object[] s_instances =
    [
        Small.Data, new FactorMatrix(Users, Factors), Model(), new MostPopular(Small.Data), new FirstUsers(Model(), Users),
        new FastGradientAttack(0.5f), new IterativeAttack(), new RelativeGradientAttack(0.5f), new RandomNoise(0.5f),
        Trainer(), new AdversarialTrainer(Trainer()), new LeaveOneOutEvaluator(Small.Data),
        new RandomProfiles { Fillers = 3 }, new AverageProfiles { Fillers = 3 }, new BandwagonProfiles { Fillers = 3 }, new GradientProfiles { Fillers = 3, SurrogateEpochs = 1 },
    ];

    [Fact]
    public void Ids_outside_are_refused_by_name()
    {
        var tried = new List<string>();
        foreach (var (door, instance) in Doors())
        {
            foreach (var parameter in door.GetParameters().Where(parameter => parameter.ParameterType == typeof(int) && s_ids.Contains(parameter.Name)))
            {
                tried.Add(Name(door));
                Call(door, instance);
                foreach (var id in (int[])[-1, int.MinValue, int.MaxValue, Count(parameter, door)])
                    Assert.Equal(parameter.Name, Assert.Throws<ArgumentOutOfRangeException>(() => Call(door, instance, parameter, id)).ParamName);
            }
        }

        Assert.Superset(new HashSet<string>(["FactorMatrix.get_Item", "MatrixFactorization.Score", "LeaveOneOutDataset.TestItem", "Recommendations.For", "TargetExposure.Of"]), tried.ToHashSet());
    }

    [Fact]
    public void Shapes_that_differ_are_refused_by_name()
    {
        var tried = new List<string>();
        foreach (var (door, instance) in Doors())
        {
            var shaped = door.GetParameters().Where(parameter => s_shaped.Contains(parameter.ParameterType)).ToList();
            if (shaped.Count + (instance is LeaveOneOutEvaluator ? 1 : 0) < 2 || s_takeAnyShape.Contains(Name(door)))
                continue;
            tried.Add(Name(door));
            Call(door, instance);
            foreach (var parameter in shaped)
            {
                // A poisoned model has fake users behind the real ones.
                foreach (var other in Off(parameter.ParameterType).Where(other => parameter.Name != "realUsers" && !(Name(door) == "TargetExposure.Of" && other is IRecommender { UserCount: > Users })))
                {
                    var refusal = Record.Exception(() => Call(door, instance, parameter, other)) as ArgumentException;
                    Assert.True(refusal?.ParamName is not null, $"{Name(door)} takes {other} as {parameter.Name}.");
                }
            }
        }

        Assert.Superset(new HashSet<string>(["MatrixFactorization.op_Addition", "FastGradientAttack.Perturb", "LeaveOneOutEvaluator.Evaluate", "BprTrainer..ctor"]), tried.ToHashSet());
    }

    [Fact]
    public void Users_outside_are_not_scored_nor_more_than_there_is_room_for()
    {
        foreach (var model in s_instances.OfType<IRecommender>().Append(new PerturbedModel(Model(), Delta())))
        {
            var scores = new float[2 * Items];
            model.Score(Users - 2, 2, scores);
            foreach (var (first, count) in ((int, int)[])[(-1, 1), (Users, 1), (Users - 1, 2), (0, -1), (int.MaxValue, 1), (1, int.MaxValue)])
                Assert.Contains(Assert.Throws<ArgumentOutOfRangeException>(() => model.Score(first, count, scores)).ParamName, (string[])["firstUser", "userCount"]);
            Assert.Equal("scores", Assert.Throws<ArgumentException>(() => model.Score(0, 2, scores.AsSpan(1))).ParamName);
        }
    }

    [Fact]
    public void Triples_outside_are_not_trained_on_nor_attacked()
    {
        Triple[] good = [new(Users - 1, 0, Items - 1)];
        foreach (var triple in (Triple[])[new(-1, 0, 1), new(Users, 0, 1), new(0, -1, 1), new(0, Items, 1), new(0, 0, -1), new(0, 0, Items)])
        {
            Triple[] bad = [new(0, 0, 1), triple];
            foreach (var recipe in AdversarialRecipe.All)
            {
                var trainer = new AdversarialTrainer(Trainer(), new() { Recipe = recipe });
                trainer.Step(good, good);
                Assert.Throws<ArgumentOutOfRangeException>(() => trainer.Step(bad, good));
            }

            Assert.Throws<ArgumentOutOfRangeException>(() => new AdversarialTrainer(Trainer()).Step(good, bad));
            Assert.Throws<ArgumentOutOfRangeException>(() => Trainer().Step(bad));
            Assert.Throws<ArgumentOutOfRangeException>(() => new FastGradientAttack(1).Perturb(Model(), bad));
        }
    }

    [Fact]
    public void A_perturbation_of_another_model_is_not_carried_into_training() =>
        Assert.All(Off(typeof(Perturbation)), other => Assert.Throws<ArgumentException>("perturbation", () =>
            new AdversarialTrainer(Trainer(), new() { Recipe = AdversarialRecipe.HandsOn }, (Perturbation)other)));

    private static IEnumerable<(MethodBase Door, object? Instance)> Doors() =>
        from type in typeof(MatrixFactorization).Assembly.GetExportedTypes()
        from door in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance).Cast<MethodBase>().Concat(type.GetConstructors())
        where door.DeclaringType!.Assembly == type.Assembly && !door.IsAbstract && !door.ContainsGenericParameters
        where !door.GetParameters().Any(parameter => parameter.ParameterType.IsByRefLike || parameter.ParameterType.IsByRef)
        let instance = door.IsStatic || door.IsConstructor ? null : s_instances.FirstOrDefault(type.IsInstanceOfType)
        where door.IsStatic || door.IsConstructor || instance is not null
        select (door, instance);

    private static string Name(MethodBase door) => $"{door.DeclaringType!.Name}.{door.Name}";

    private static int Count(ParameterInfo parameter, MethodBase door) => parameter.Name is "item" or "target" ? Items : Users;

    private static void Call(MethodBase door, object? instance, ParameterInfo? changed = null, object? value = null)
    {
        object?[] arguments = [.. door.GetParameters().Select(parameter => parameter == changed ? value : Sample(parameter, door))];
        try
        {
            // Reflection cannot return a span.
            if (door is MethodInfo { ReturnType.IsByRefLike: true })
                _ = ((FactorMatrix)instance!)[(int)arguments[0]!].Length;
            else if (door is ConstructorInfo constructor)
                constructor.Invoke(arguments);
            else
                door.Invoke(instance, arguments);
        }
        catch (TargetInvocationException failure) when (failure.InnerException is not null)
        {
            throw failure.InnerException;
        }
    }

    private static object? Sample(ParameterInfo parameter, MethodBase door) => parameter.ParameterType switch
    {
        var type when type == typeof(LeaveOneOutDataset) => Small.Data,
        var type when type == typeof(MatrixFactorization) || type == typeof(IRecommender) => Model(),
        var type when type == typeof(Perturbation) => Delta(),
        var type when type == typeof(Measure) => Measure.Auc,
        var type when type == typeof(IAttack) => new RandomNoise(1),
        var type when type == typeof(IReadOnlyList<Triple>) => new Triple[] { new(0, 0, 1) },
        var type when type == typeof(int) => s_ids.Contains(parameter.Name) ? 0 : 3,
        var type when type == typeof(string) => Path.Combine(Path.GetTempPath(), "advrec-door.tsv"),
        _ when parameter.HasDefaultValue => parameter.DefaultValue,
        { IsValueType: true } type => Activator.CreateInstance(type),
        _ => throw new InvalidOperationException($"Teach this test what to pass to {Name(door)} as {parameter.Name}."),
    };

    private static IEnumerable<object> Off(Type type)
    {
        foreach (var (users, items) in ((int, int)[])[(Users - 1, Items), (Users + 1, Items), (Users, Items - 1), (Users, Items + 1)])
        {
            yield return type == typeof(Perturbation) ? new Perturbation(new(users, Factors), new(items, Factors))
                : type == typeof(LeaveOneOutDataset) ? new LeaveOneOutDataset("off", Enumerable.Range(0, users).Select(user => (user, 0)), [.. Enumerable.Repeat(1, users)], itemCount: items)
                : new MatrixFactorization(new(users, Factors), new(items, Factors));
        }

        if (type == typeof(Perturbation))
        {
            yield return new Perturbation(new(Users, Factors / 2), new(Items, Factors / 2));
            yield return new Perturbation(new(Users, Factors - 1), new(Items, Factors - 1));
        }
    }

    private static MatrixFactorization Model() => MatrixFactorization.Create(Small.Data, seed: 7, Factors);

    private static Perturbation Delta() => new(new(Users, Factors), new(Items, Factors));

    private static BprTrainer Trainer() => new(Small.Data, Model());
}
