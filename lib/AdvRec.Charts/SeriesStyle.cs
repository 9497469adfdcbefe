namespace AdvRec.Charts;

/// <summary>How one series is told from the others: by colour, and by dash, marker or pattern.</summary>
/// <param name="Color">Of lines and markers.</param>
/// <param name="Band">The same colour, translucent.</param>
/// <param name="Dash">Of lines.</param>
/// <param name="Symbol">Of markers.</param>
/// <param name="Pattern">Of areas; empty for plain.</param>
internal sealed record SeriesStyle(string Color, string Band, string Dash, string Symbol, string Pattern);
