using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Html;

namespace AdvRec.Notebooks.Movable;

internal static class ScaleFigure
{
    private static readonly float[] s_scales = [0.25f, 0.5f, 1, 2, 4];
    private static readonly float[] s_epsilons = [0, 0.125f, 0.25f, 0.5f, 1, 2, 4];
    private static readonly string[] s_labels = ["HR, clean", "HR, attacked", "nDCG, clean", "nDCG, attacked", "AUC, clean", "AUC, attacked"];

    public static MovableFigure Build(MatrixFactorization model, LeaveOneOutDataset data, ulong seed, int topK)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        Control[] controls =
        [
            Control.Slider("all rows multiplied by", s_scales.Select(scale => (double)scale), Array.IndexOf(s_scales, 1)),
            Control.Slider("size ε of the attack", s_epsilons.Select(epsilon => (double)epsilon), Array.IndexOf(s_epsilons, 0.5f)),
        ];
        var frames = new Frames(controls);
        int Scale(int frame) => frame / s_epsilons.Length;
        var evaluator = new LeaveOneOutEvaluator(data, topK);
        var scaled = s_scales.Select(scale => model.Rescale(scale, scale)).ToArray();
        var clean = scaled.Select(evaluator.Evaluate).ToArray();
        var attacked = Enumerable.Range(0, frames.Count).Select(frame =>
        {
            var of = scaled[Scale(frame)];
            return evaluator.Evaluate(of + new FastGradientAttack(s_epsilons[frame % s_epsilons.Length]).Perturb(of, data, seed));
        }).ToArray();

        double Value(int frame, int bar) => AttackFigure.Of(bar % 2 == 0 ? clean[Scale(frame)].Mean : attacked[frame].Mean, bar / 2);
        // HR and nDCG are small numbers: a bar is a share of the largest value that its measure has here.
        var most = Enumerable.Range(0, 3).Select(measure => Enumerable.Range(0, frames.Count).Max(frame => Math.Max(Value(frame, 2 * measure), Value(frame, 2 * measure + 1)))).ToArray();
        string Bars(Frames shown) => Views.Bars(shown, "clean and attacked; a full bar is the measure's largest value here", s_labels,
            (frame, bar) => most[bar / 2] > 0 ? Value(frame, bar) / most[bar / 2] : 0, (frame, bar) => NumberText.Fixed(Value(frame, bar)));
        double Drop(int frame) => clean[Scale(frame)].DropTo(attacked[frame], metrics => metrics.Ndcg);
        double[] DropsAt(int scale) => [.. s_epsilons.Select((_, size) => Drop(frames.Index([scale, size])))];
        var drops = s_scales.Select((_, scale) => DropsAt(scale)).ToArray();
        string Lines(Frames shown) => Views.Lines(shown, "by how many per cent nDCG drops", "size ε of the attack", [.. s_epsilons.Select(epsilon => (double)epsilon)], ["drop of nDCG"],
            (frame, _) => drops[Scale(frame)], frame => frame % s_epsilons.Length);
        string Sentence(int frame) => FormattableString.Invariant(
            $"Rows times {s_scales[Scale(frame)]}, ε = {s_epsilons[frame % s_epsilons.Length]}: clean nDCG {clean[Scale(frame)].Ndcg:F4}, attacked {attacked[frame].Ndcg:F4}, a drop of {NumberText.Fixed(Drop(frame), 1)} %.");
        var table = new Table(["rows times", "size ε", "nDCG, clean", "nDCG, attacked", "drop (%)"], [.. Enumerable.Range(0, frames.Count).Select(frame => (IReadOnlyList<string>)
            [controls[0].Values[Scale(frame)], controls[1].Values[frame % s_epsilons.Length], NumberText.Fixed(clean[Scale(frame)].Ndcg), NumberText.Fixed(attacked[frame].Ndcg), NumberText.Fixed(Drop(frame), 1)])]);
        return new("Longer rows, larger steps", controls, shown => [Bars(shown), Lines(shown)], Sentence, table,
            [.. Enumerable.Range(0, s_scales.Length).Where(scale => scale != controls[0].Start).Select(scale => new[] { scale, controls[1].Start })]);
    }
}
