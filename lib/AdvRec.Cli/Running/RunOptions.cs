namespace AdvRec.Cli.Running;

/// <param name="CellTimeout">How long one cell may take before its notebook is ended.</param>
/// <param name="Dataset">Name or absolute folder that notebooks find in <c>ADVREC_DATASET</c>; null leaves the choice to them.</param>
/// <param name="Reproducible">Asks notebooks, in <c>ADVREC_REPRODUCIBLE</c>, not to show what differs from run to run, such as times.</param>
internal sealed record RunOptions(TimeSpan CellTimeout, string? Dataset, bool Reproducible = false)
{
    /// <summary>Answers to what notebooks ask their reader for, by name.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();

    public const string ReproducibleVariable = "ADVREC_REPRODUCIBLE";

    public const string DatasetVariable = "ADVREC_DATASET";
}
