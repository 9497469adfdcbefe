namespace AdvRec.Notebooks.Course;

/// <summary>A wrong way that people are known to take.</summary>
/// <param name="Of">What it gives, for the case of that number.</param>
/// <param name="Reason">What to look at; never the formula.</param>
internal sealed record Slip(Func<int, double[]> Of, string Reason);
