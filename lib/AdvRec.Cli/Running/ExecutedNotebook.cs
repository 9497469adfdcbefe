using AdvRec.Cli.Notebooks;

namespace AdvRec.Cli.Running;

/// <summary>A notebook with what its cells showed.</summary>
internal sealed class ExecutedNotebook(Notebook notebook)
{
    public Notebook Notebook { get; } = notebook;

    public IReadOnlyList<ExecutedCell> Cells { get; } = [.. notebook.Cells.Select(cell => new ExecutedCell(cell))];

    /// <summary>Wall time from the start of the process to its end.</summary>
    public double Seconds { get; set; }

    /// <summary>What it takes to get the same numbers again; empty if the run did not come to its end.</summary>
    public IReadOnlyDictionary<string, string> Facts { get; set; } = new Dictionary<string, string>();

    public IEnumerable<ExecutedCell> FailedCells => Cells.Where(cell => cell.State == CellState.Failed);

    public bool Failed => FailedCells.Any();
}
