namespace AdvRec.Figures;

/// <summary>Differences and their intervals, one below the other, against a line at 0.</summary>
/// <param name="ValueAxis">Title of the horizontal axis, with unit.</param>
/// <param name="Groups">From top to bottom.</param>
internal sealed record ForestFigure(string ValueAxis, IReadOnlyList<ForestGroup> Groups);

/// <param name="Claim">Heading of the group.</param>
/// <param name="Rows">From top to bottom.</param>
internal sealed record ForestGroup(string Claim, IReadOnlyList<ForestRow> Rows);

/// <param name="Name">Left of the interval.</param>
/// <param name="Mean">Place of the dot; nothing is drawn where it is not finite.</param>
/// <param name="Lower">Left end of the whisker.</param>
/// <param name="Upper">Right end of the whisker.</param>
/// <param name="Verdict">Right of the interval.</param>
/// <param name="ExcludesZero">Whether the dot is filled.</param>
/// <param name="Hover">Shown when pointed at.</param>
internal sealed record ForestRow(string Name, double Mean, double Lower, double Upper, string Verdict, bool ExcludesZero, string Hover);
