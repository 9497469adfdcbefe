using System.Net;
using AdvRec.Evaluation;
using AdvRec.Notebooks.Formatting;

namespace AdvRec.Notebooks;

/// <summary>What a class found together. Immutable. Made by <see cref="ClassExperiment"/>.</summary>
[TypeFormatterSource(typeof(RichFormatterSource), PreferredMimeTypes = ["text/html"])]
public sealed class ClassResult : IRichOutput
{
    private readonly IReadOnlyList<string> _notes;
    private readonly Plot? _plot;

    internal ClassResult(string title, double[] values, IReadOnlyList<string> notes)
    {
        Count = values.Length;
        if (values.Length < 2)
        {
            _notes = [$"{values.Length} lines so far; from two on there is an interval.", .. notes];
            return;
        }

        var intervals = Enumerable.Range(2, values.Length - 1).Select(count => (X: (double)count, Y: Interval.Student(values[..count]))).ToList();
        var all = intervals[^1].Y;
        Class = all;
        _notes = [FormattableString.Invariant($"{values.Length} seeds: mean {Print.Interval(all, 2)} points, {(all.ContainsZero ? "within noise" : all.Mean > 0 ? "above 0" : "below 0")}; {values.Count(value => value > 0)} of the single seeds are above 0."), .. notes];
        _plot = Charts.Curves(title, "lines handed in", "difference (points)",
            new CurveOptions { Reference = ("no difference", 0), Note = "The band is the 95 % interval of the mean (Student's t)." },
            Curve.Of("mean of all so far", intervals),
            Curve.Of("each seed by itself", values.Select((value, at) => (at + 1.0, value))));
    }

    /// <summary>How many seeds count.</summary>
    public int Count { get; }

    /// <summary>The class's mean and its 95 % interval, in points; null below two seeds.</summary>
    public Interval? Class { get; }

    /// <summary>The figure, and what it says, as a fragment of a page.</summary>
    public string ToHtml() => $"{_plot?.ToHtml()}{string.Concat(_notes.Select(note => $"<p style=\"margin:.25em 0\">{WebUtility.HtmlEncode(note)}</p>"))}";

    /// <summary>What the figure says, as text.</summary>
    public override string ToString() => string.Join(Environment.NewLine, _notes);
}
