namespace AdvRec.Notebooks;

/// <summary>How <see cref="Charts.Curves(string, string, string, CurveOptions, Curve[])"/> draws.</summary>
public sealed record CurveOptions
{
    /// <summary>Whether the horizontal axis is logarithmic; every X must then be above 0.</summary>
    public bool LogX { get; init; }

    /// <summary>Whether the vertical axis is logarithmic; every Y, Lower and Upper must then be above 0.</summary>
    public bool LogY { get; init; }

    /// <summary>Whether the vertical axis includes 0, so that heights compare as they look; true by default, without effect on a logarithmic axis.</summary>
    public bool FromZero { get; init; } = true;

    /// <summary>Shown below the figure, such as what the bands are; any text, or null.</summary>
    public string? Note { get; init; }

    /// <summary>A dotted level across the figure to compare with, or null. Its value is finite.</summary>
    public (string Name, double Value)? Reference { get; init; }
}
