namespace AdvRec.Notebooks;

/// <summary>How <see cref="Charts.Scatter(string, string, string, ScatterOptions, PointGroup[])"/> draws.</summary>
public sealed record ScatterOptions
{
    /// <summary>Whether a unit is as long on both axes, so that distances and angles are as they look.</summary>
    public bool EqualScale { get; init; }

    /// <summary>Whether the dashed line y = x is drawn; both axes then have the same range.</summary>
    public bool Diagonal { get; init; }

    /// <summary>Whether the horizontal axis is logarithmic; every X must then be above 0.</summary>
    public bool LogX { get; init; }

    /// <summary>Whether the vertical axis is logarithmic; every Y must then be above 0.</summary>
    public bool LogY { get; init; }

    /// <summary>Shown below the figure; any text, or null.</summary>
    public string? Note { get; init; }
}
