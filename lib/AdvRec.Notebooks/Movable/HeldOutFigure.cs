using AdvRec.Evaluation;
using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Html;

namespace AdvRec.Notebooks.Movable;

internal static class HeldOutFigure
{
    public static MovableFigure Build(int candidates)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(candidates, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(candidates, 40);
        Control[] controls =
        [
            Control.Slider("rank r of the held-out item", Enumerable.Range(1, candidates + 1).Select(r => (double)r), Math.Min(4, candidates)),
            Control.Slider("length K of the list", Enumerable.Range(1, candidates + 1).Select(k => (double)k), Math.Min(9, candidates)),
        ];
        var frames = new Frames(controls);
        int Position(int frame) => frame / (candidates + 1);
        int Length(int frame) => frame % (candidates + 1) + 1;
        var metrics = Enumerable.Range(0, frames.Count).Select(frame => new EvaluationResult([Position(frame)], [candidates], Length(frame)).Mean).ToArray();
        double Measure(int frame, int measure) => measure switch { 0 => metrics[frame].HitRatio, 1 => metrics[frame].Ndcg, _ => metrics[frame].Auc };

        string List(Frames shown) => Views.Heading("the list that the user sees") + shown.List(
            key => key == 0 ? "<strong>held-out item ◀</strong>" : FormattableString.Invariant($"candidate {key}"),
            frame => [.. Enumerable.Range(1, candidates).Take(Position(frame)).Append(0).Concat(Enumerable.Range(1, candidates).Skip(Position(frame))).Take(Length(frame))]);
        string Bars(Frames shown) => Views.Bars(shown, "the three measures, from 0 to 1", ["HR at K", "nDCG at K", "AUC"], Measure, (frame, measure) => NumberText.Fixed(Measure(frame, measure)));
        string Sentence(int frame) => FormattableString.Invariant(
            $"Rank {Position(frame) + 1} among {candidates} candidates, {(Position(frame) < Length(frame) ? "on" : "not on")} a list of {Length(frame)}: HR {metrics[frame].HitRatio:F0}, nDCG {metrics[frame].Ndcg:F4}, AUC {metrics[frame].Auc:F4}.");

        var some = new[] { 0, 1, 2, candidates / 4, candidates / 2, candidates }.Where(p => p <= candidates).Distinct().Order()
            .Select(p => frames.Index([p, controls[1].Start]));
        var table = new Table(["rank r", "length K", "HR", "nDCG", "AUC"],
            [.. some.Select(frame => (IReadOnlyList<string>)[NumberText.Short(Position(frame) + 1), NumberText.Short(Length(frame)), .. Enumerable.Range(0, 3).Select(measure => NumberText.Fixed(Measure(frame, measure)))])]);
        return new("Move the held-out item", controls, shown => [List(shown), Bars(shown)], Sentence, table,
            [.. new[] { 0, candidates / 2, candidates }.Distinct().Select(p => new[] { p, controls[1].Start })]);
    }
}
