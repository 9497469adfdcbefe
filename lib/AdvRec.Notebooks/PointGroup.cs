namespace AdvRec.Notebooks;

/// <summary>Points of <see cref="Charts.Scatter(string, string, string, PointGroup[])"/> that share a colour and a marker.</summary>
/// <param name="Name">In the legend; any text.</param>
/// <param name="Points">In any order.</param>
public sealed record PointGroup(string Name, IReadOnlyList<LabelledPoint> Points);
