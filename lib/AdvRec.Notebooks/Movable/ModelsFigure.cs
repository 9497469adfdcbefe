using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Html;

namespace AdvRec.Notebooks.Movable;

internal static class ModelsFigure
{
    private static readonly string[] s_measures = [.. AdvRec.Evaluation.Measure.All.Select(measure => measure.Name)];

    public static MovableFigure Build(
        LeaveOneOutDataset data, IReadOnlyList<(string Name, MatrixFactorization Model)> models, IReadOnlyList<float> epsilons, ulong seed, int topK)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(models);
        AttackFigure.ThrowIfNotSizes(epsilons);
        if (models.Count is < 2 or > 4) throw new ArgumentException("Give two to four models.", nameof(models));
        Control[] controls = [Control.Choice("measure", s_measures), Control.Slider("size ε of every attack", epsilons.Select(epsilon => Math.Round((double)epsilon, 6)), AttackFigure.Usual(epsilons))];
        var frames = new Frames(controls);
        int Measure(int frame) => frame / epsilons.Count;
        int Size(int frame) => frame % epsilons.Count;

        var evaluator = new LeaveOneOutEvaluator(data, topK);
        var attacked = models.Select(model => epsilons
            .Select(epsilon => evaluator.Evaluate(model.Model + new FastGradientAttack(epsilon).Perturb(model.Model, data, seed)).Mean).ToArray()).ToArray();
        var curves = attacked.Select(ofModel => s_measures.Select((_, measure) => ofModel.Select(mean => AttackFigure.Of(mean, measure)).ToArray()).ToArray()).ToArray();
        var x = epsilons.Select(epsilon => (double)epsilon).ToArray();
        string[] names = [.. models.Select(model => model.Name)];
        double Value(int frame, int model) => curves[model][Measure(frame)][Size(frame)];
        // HR and nDCG are small numbers: a bar is a share of the best value that any model has.
        var most = s_measures.Select((_, measure) => curves.Max(ofModel => ofModel[measure].Max())).ToArray();
        var shares = curves.Select(ofModel => ofModel.Select((values, measure) => values.Select(value => most[measure] > 0 ? value / most[measure] : 0).ToArray()).ToArray()).ToArray();
        string Bars(Frames shown) => Views.Bars(shown, "the models at this ε; a full bar is the best of all", names, (frame, model) => shares[model][Measure(frame)][Size(frame)],
            (frame, model) => NumberText.Fixed(Value(frame, model)));
        string Lines(Frames shown) => Views.Lines(shown, "the measure over ε, as a share of the best of all", "size ε of the attack", x, names, (frame, model) => shares[model][Measure(frame)], Size);
        string Sentence(int frame) => FormattableString.Invariant($"{s_measures[Measure(frame)]} under each one's own attack of size {NumberText.Short(Math.Round(x[Size(frame)], 6))}, K = {topK}. ")
            + string.Join("; ", names.Select((name, model) => $"{Isolated.Of(name)}: {NumberText.Fixed(Value(frame, model))}")) + ".";
        var table = new Table(["model", "size ε", .. s_measures], [.. names.SelectMany((name, model) => x.Select((epsilon, size) =>
            (IReadOnlyList<string>)[name, NumberText.Short(Math.Round(epsilon, 6)), .. s_measures.Select((_, measure) => NumberText.Fixed(curves[model][measure][size]))]))]);
        return new("The same attack on every model", controls, shown => [Bars(shown), Lines(shown)], Sentence, table,
            [[0, epsilons.Count - 1], .. Enumerable.Range(1, s_measures.Length - 1).Select(measure => new[] { measure, controls[1].Start })]);
    }
}
