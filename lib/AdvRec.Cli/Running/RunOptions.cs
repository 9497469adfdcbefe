namespace AdvRec.Cli.Running;

/// <param name="CellTimeout">How long one cell may take before its notebook is ended.</param>
/// <param name="Dataset">Name or absolute folder that notebooks find in <c>ADVREC_DATASET</c>; null leaves the choice to them.</param>
internal sealed record RunOptions(TimeSpan CellTimeout, string? Dataset)
{
    public const string DatasetVariable = "ADVREC_DATASET";
}
