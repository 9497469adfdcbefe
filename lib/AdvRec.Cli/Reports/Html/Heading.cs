namespace AdvRec.Cli.Reports.Html;

/// <summary>A heading of the page.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Text">Without markup.</param>
/// <param name="Id">What links point to; unique on the page.</param>
internal sealed record Heading(int Level, string Text, string Id);
