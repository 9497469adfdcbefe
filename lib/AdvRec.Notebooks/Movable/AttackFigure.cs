using System.Net;
using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Html;

namespace AdvRec.Notebooks.Movable;

internal static class AttackFigure
{
    private const int Shown = 10;
    private static readonly string[] s_measures = [.. Measure.All.Select(measure => measure.Name)];

    public static float[] Epsilons { get; } = [0, 0.1f, 0.2f, 0.3f, 0.4f, 0.5f, 0.6f, 0.8f, 1, 1.5f, 2, 3, 4];

    public static void ThrowIfNotSizes(IReadOnlyList<float> epsilons)
    {
        if (epsilons.Count is 0 or > 40 || !(epsilons[0] >= 0) || epsilons.Zip(epsilons.Skip(1)).Any(pair => !(pair.First < pair.Second)))
            throw new ArgumentException("Give 1 to 40 perturbation sizes, ascending, each at least 0.", nameof(epsilons));
    }

    public static void ThrowIfNotPeople(IReadOnlyList<int> people, LeaveOneOutDataset data)
    {
        ArgumentNullException.ThrowIfNull(people);
        if (people.Count is 0 or > 20 || people.Any(user => user < 0 || user >= data.UserCount))
            throw new ArgumentException($"Give 1 to 20 users from 0 to {data.UserCount - 1}.", nameof(people));
    }

    public static string[] Names(IReadOnlyList<int> people) => [.. people.Select(user => FormattableString.Invariant($"user {user}"))];

    /// <summary>Index of the size that is nearest to the usual 0.5.</summary>
    public static int Usual(IReadOnlyList<float> epsilons) => epsilons.Index().MinBy(size => Math.Abs(size.Item - 0.5f)).Index;

    public static double Of(Metrics metrics, int measure) => metrics[Measure.All[measure]];

    public static MovableFigure Build(MatrixFactorization model, LeaveOneOutDataset data, IReadOnlyList<int> people, IReadOnlyList<float> epsilons, ulong seed, int topK)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        ThrowIfNotPeople(people, data);
        ThrowIfNotSizes(epsilons);
        Control[] controls =
        [
            Control.Choice("perturbation", ["attack", "noise of the same length"]),
            Control.Choice("person", Names(people)),
            Control.Slider("size ε", epsilons.Select(epsilon => Math.Round((double)epsilon, 6)), Usual(epsilons)),
        ];
        var frames = new Frames(controls);
        int Kind(int frame) => frame / (people.Count * epsilons.Count);
        int Person(int frame) => frame / epsilons.Count % people.Count;
        int Size(int frame) => frame % epsilons.Count;

        var evaluator = new LeaveOneOutEvaluator(data, topK);
        var perturbed = new EvaluationResult[2, epsilons.Count];
        var lists = new int[frames.Count][];
        for (var size = 0; size < epsilons.Count; size++)
        {
            for (var kind = 0; kind < 2; kind++)
            {
                var at = model + (kind == 0 ? new FastGradientAttack(epsilons[size]).Perturb(model, data, seed) : new RandomNoise(epsilons[size]).Perturb(model, seed));
                perturbed[kind, size] = evaluator.Evaluate(at);
                for (var person = 0; person < people.Count; person++)
                    lists[frames.Index([kind, person, size])] = [.. Recommendations.For(at, data, people[person], Shown).Select(entry => entry.Item)];
            }
        }

        EvaluationResult Result(int frame) => perturbed[Kind(frame), Size(frame)];
        string Row(int item) => WebUtility.HtmlEncode(data.Title(item));
        string List(Frames shown) => Views.Heading("the person's list") + shown.List(Row, frame => lists[frame]) + shown.Text("p", "style=\"margin:.25em 0\"", frame =>
            FormattableString.Invariant($"Held out: {Isolated.Of(data.Title(data.TestItem(people[Person(frame)])))}, rank {Result(frame).Positions[people[Person(frame)]] + 1} of {Result(frame).CandidateCounts[people[Person(frame)]] + 1}."));
        var x = epsilons.Select(epsilon => (double)epsilon).ToArray();
        var curves = Enumerable.Range(0, 2).SelectMany(kind => s_measures.Select((_, measure) => (kind, measure)))
            .ToDictionary(key => key, key => x.Select((_, size) => Of(perturbed[key.kind, size].Mean, key.measure)).ToArray());
        // The three differ tenfold: each is drawn as a share of what it is at the smallest size.
        var shares = curves.ToDictionary(curve => curve.Key, curve => curve.Value.Select(value => curve.Value[0] > 0 ? value / curve.Value[0] : 0).ToArray());
        string Lines(Frames shown) => Views.Lines(shown, "the whole model over ε, each measure as a share of its value on the left", "size ε of the perturbation", x, s_measures, (frame, measure) => shares[(Kind(frame), measure)], Size);
        int Kept(int frame) => lists[frame].Intersect(lists[frames.Index([Kind(frame), Person(frame), 0])]).Count();
        string Sentence(int frame) => FormattableString.Invariant(
            $"{(Kind(frame) == 0 ? "Attack" : "Noise")} of size {NumberText.Short(Math.Round(x[Size(frame)], 6))}: {Result(frame).Mean} over all users, K = {topK}; {Kept(frame)} of {lists[frame].Length} films of this list are also on the one at ε = {NumberText.Short(Math.Round(x[0], 6))}.");

        var table = new Table(["perturbation", "size ε", .. s_measures],
            [.. Enumerable.Range(0, 2).SelectMany(kind => x.Select((epsilon, size) => (IReadOnlyList<string>)
                [controls[0].Values[kind], NumberText.Short(Math.Round(epsilon, 6)), .. s_measures.Select((_, measure) => NumberText.Fixed(curves[(kind, measure)][size]))]))], TextColumns: 1);
        return new("The model under attack and under noise", controls, shown => [List(shown), Lines(shown)], Sentence, table,
            [[0, 0, 0], [1, 0, controls[2].Start], [0, 0, epsilons.Count - 1], [1, 0, epsilons.Count - 1]]);
    }
}
