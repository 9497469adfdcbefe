using AdvRec.Cli.Notebooks;

namespace AdvRec.Cli.Reports;

/// <param name="Output">Absolute folder of the pages.</param>
/// <param name="Dataset">As given on the command line; null if it was not.</param>
/// <param name="Reproducible">Leaves out dates and times, so that two runs give the same bytes.</param>
internal sealed record ReportOptions(string Output, string? Dataset, bool Reproducible)
{
    /// <summary>Opens what is folded until a reader has guessed.</summary>
    public bool Answers { get; init; }

    /// <summary>Absolute paths of the notebooks whose pages and copies are written along.</summary>
    public IReadOnlyCollection<string> Along { get; init; } = [];

    /// <summary>Whether a link to that page leads somewhere: the run makes it, or an earlier one did.</summary>
    public bool HasPage(string name) => Along.Any(path => Path.GetFileNameWithoutExtension(path) == name) || File.Exists(Path.Combine(Output, name + ".html"));

    /// <param name="notebook">Whose links.</param>
    /// <param name="ending">Of the copies that they should lead to.</param>
    public MovedLinks Links(Notebook notebook, string ending) => new(notebook.Folder, Output, ending, Along);
}
