using AdvRec.Cli.Notebooks;
using AdvRec.Runner.Protocol;

namespace AdvRec.Cli.Running;

internal enum CellState
{
    /// <summary>A text cell, or one that its notebook's end left out.</summary>
    NotRun,
    Running,
    Succeeded,
    Failed,
}

/// <summary>A cell and what became of it.</summary>
internal sealed class ExecutedCell(Cell cell)
{
    private readonly List<CellOutput> _outputs = [];

    public Cell Cell { get; } = cell;

    public CellState State { get; set; }

    /// <summary>Null for a cell that did not run.</summary>
    public DateTimeOffset? Started { get; set; }

    public double Seconds { get; set; }

    public IReadOnlyList<CellOutput> Outputs => _outputs;

    public void Add(CellOutput output)
    {
        // Console text arrives in pieces; the reader wants one block.
        if (output.Kind is OutputKind.StandardOutput or OutputKind.StandardError && _outputs is [.., var last] && last.Kind == output.Kind)
            _outputs[^1] = CellOutput.OfText(output.Kind, last.Text + output.Text);
        else
            _outputs.Add(output);
    }

    public void Replace(CellOutput output)
    {
        for (var index = 0; index < _outputs.Count; index++)
        {
            if (_outputs[index].DisplayId == output.DisplayId)
                _outputs[index] = output;
        }
    }

    /// <summary>Changes all that it showed as HTML.</summary>
    public void Rewrite(Func<string, string> html)
    {
        const string Html = "text/html";
        for (var index = 0; index < _outputs.Count; index++)
        {
            if (_outputs[index].Data.TryGetValue(Html, out var shown))
                _outputs[index] = _outputs[index] with { Data = new Dictionary<string, string>(_outputs[index].Data) { [Html] = html(shown) } };
        }
    }

    public void Fail(string errorName, string message)
    {
        State = CellState.Failed;
        Add(CellOutput.OfText(OutputKind.Error, message, errorName));
    }
}
