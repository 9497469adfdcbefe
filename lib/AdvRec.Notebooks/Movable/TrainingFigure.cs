using System.Net;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Html;
using AdvRec.Training;

namespace AdvRec.Notebooks.Movable;

internal static class TrainingFigure
{
    private const int Shown = 10, Drawn = 12;

    public static MovableFigure Build(LeaveOneOutDataset data, IReadOnlyList<int> people, int epochs, ulong seed, int topK)
    {
        ArgumentNullException.ThrowIfNull(data);
        AttackFigure.ThrowIfNotPeople(people, data);
        ArgumentOutOfRangeException.ThrowIfLessThan(epochs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(epochs, 100);
        var epoch = Enumerable.Range(1, epochs).Select(number => (double)number).ToArray();
        Control[] controls = [Control.Choice("person", AttackFigure.Names(people)), Control.Slider("epoch", epoch, start: (epochs - 1) / 2)];
        var frames = new Frames(controls);
        int Person(int frame) => frame / epochs;
        int At(int frame) => frame % epochs;

        var popularity = data.Popularity();
        int[] films = [.. Enumerable.Range(0, data.ItemCount).OrderByDescending(item => popularity[item]).ThenBy(item => item).Take(Drawn)];
        var evaluator = new LeaveOneOutEvaluator(data, topK);
        var model = MatrixFactorization.Create(data, seed, factors: 2);
        var trainer = new BprTrainer(data, model, new BprOptions { Seed = seed });
        var (results, loss) = (new EvaluationResult[epochs], new double[epochs]);
        var lists = new int[frames.Count][];
        var users = new (double, double)[frames.Count];
        var items = new (double, double)[epochs, films.Length];
        for (var now = 0; now < epochs; now++)
        {
            loss[now] = trainer.Train(1)[0].Loss;
            results[now] = evaluator.Evaluate(model);
            for (var film = 0; film < films.Length; film++)
                items[now, film] = (model.ItemFactors[films[film]][0], model.ItemFactors[films[film]][1]);
            for (var person = 0; person < people.Count; person++)
            {
                var frame = frames.Index([person, now]);
                lists[frame] = [.. Recommendations.For(model, data, people[person], Shown).Select(entry => entry.Item)];
                users[frame] = (model.UserFactors[people[person]][0], model.UserFactors[people[person]][1]);
            }
        }

        string Row(int item) => (Array.IndexOf(films, item) is >= 0 and var film ? $"<strong>{(char)('A' + film)}</strong> " : "") + WebUtility.HtmlEncode(data.Title(item));
        string List(Frames shown) => Views.Heading("the person's list; letters as in the plane") + shown.List(Row, frame => lists[frame]);
        var all = Enumerable.Range(0, films.Length).ToArray();
        string Plane(Frames shown) => Views.Plane(shown, FormattableString.Invariant($"the two factors: the person (thick) and the {films.Length} most rated films"),
            [.. all.Select(film => (((char)('A' + film)).ToString(), (Func<int, (double, double)>)(frame => items[At(frame), film])))],
            [(3, false, _ => (0, 0), frame => users[frame]), .. all.Select(film =>
                (1.0, false, (Func<int, (double, double)>)(_ => (0, 0)), (Func<int, (double, double)>)(frame => items[At(frame), film])))]);
        var ndcg = results.Select(result => result.Ndcg).ToArray();
        string Losses(Frames shown) => Views.Lines(shown, "mean loss of the epoch", "epoch", epoch, ["loss"], (_, _) => loss, At);
        string Curve(Frames shown) => Views.Lines(shown, FormattableString.Invariant($"nDCG at {topK}"), "epoch", epoch, ["nDCG"], (_, _) => ndcg, At);
        string Sentence(int frame) => FormattableString.Invariant(
            $"After epoch {At(frame) + 1}: loss {loss[At(frame)]:F4}, nDCG {ndcg[At(frame)]:F4}; user {people[Person(frame)]}'s held-out item has rank {results[At(frame)].Positions[people[Person(frame)]] + 1} of {results[At(frame)].CandidateCounts[people[Person(frame)]] + 1}.");
        var table = new Table(["epoch", "loss", .. Measure.All.Select(measure => measure.Name)], [.. epoch.Select((number, now) => (IReadOnlyList<string>)
            [NumberText.Short(number), NumberText.Fixed(loss[now]), .. Measure.All.Select(measure => NumberText.Fixed(results[now].Mean[measure]))])]);
        return new("Training a model of two factors", controls, shown => [Plane(shown) + Losses(shown), List(shown) + Curve(shown)], Sentence, table,
            [.. new[] { 0, (epochs - 1) / 4, epochs - 1 }.Distinct().Select(now => new[] { 0, now })]);
    }
}
