using static AdvRec.Charts.Look;

namespace AdvRec.Charts;

/// <summary>
/// What a figure changes with the width it gets. The page reads this from the layout's <c>meta</c>
/// and takes the last changes whose width is reached; they are named as <c>Plotly.relayout</c> takes them.
/// </summary>
internal static class Widths
{
    /// <summary>The narrowest page that figures are made for has this much room for them.</summary>
    public const int Narrowest = 280;

    public static Dictionary<string, object?> Meta(int minWidth, params (int From, Dictionary<string, object?> Changes)[] layouts) => Part(
        ("minWidth", minWidth),
        ("layouts", layouts.Select(l => Part(("from", l.From), ("changes", l.Changes))).ToArray()));
}
