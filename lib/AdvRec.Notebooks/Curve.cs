using AdvRec.Evaluation;
using AdvRec.Studies;

namespace AdvRec.Notebooks;

/// <summary>A named line of <see cref="Charts.Curves(string, string, string, Curve[])"/>.</summary>
/// <param name="Name">In the legend; any text.</param>
/// <param name="Points">In the order they are connected.</param>
public sealed record Curve(string Name, IReadOnlyList<CurvePoint> Points)
{
    /// <summary>Whether a line connects the points; without one each is marked.</summary>
    public bool IsConnected { get; init; } = true;

    /// <summary>A line through means, with their intervals as a band.</summary>
    /// <param name="name">In the legend; any text.</param>
    /// <param name="points">In the order they are connected.</param>
    public static Curve Of(string name, IEnumerable<(double X, Interval Y)> points) =>
        new(name, [.. points.Select(p => new CurvePoint(p.X, p.Y.Mean, p.Y.Lower, p.Y.Upper))]);

    /// <summary>What an attack or noise costs, by its budget.</summary>
    /// <param name="name">In the legend; any text.</param>
    /// <param name="points">In the order they are connected.</param>
    public static Curve Of(string name, IEnumerable<BudgetDrop> points) => Of(name, points.Select(point => (point.Epsilon, point.Drop)));

    /// <summary>A learning curve of a study.</summary>
    /// <param name="name">In the legend; any text.</param>
    /// <param name="points">In the order they are connected.</param>
    public static Curve Of(string name, IEnumerable<EpochValue> points) => Of(name, points.Select(point => (point.Epoch, point.Value)));

    /// <summary>A line without a band.</summary>
    /// <param name="name">In the legend; any text.</param>
    /// <param name="points">In the order they are connected.</param>
    public static Curve Of(string name, IEnumerable<(double X, double Y)> points) =>
        new(name, [.. points.Select(p => new CurvePoint(p.X, p.Y))]);
}
