using System.CommandLine;
using AdvRec.Cli.Running;
using AdvRec.Runner.Protocol;

namespace AdvRec.Cli.Commands;

/// <summary><c>advrec run</c>: notebooks on the terminal, as text.</summary>
internal sealed class RunCommand : Command
{
    private readonly NotebookArguments _notebooks = new();

    public RunCommand()
        : base("run", "Run notebooks and print what their cells show, as text.")
    {
        _notebooks.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var failed = false;
        var options = _notebooks.Options(parsed);
        foreach (var notebook in _notebooks.Load(parsed))
            failed |= (await NotebookProcess.RunAsync(notebook, options, _ => { }, cancellationToken) is var executed && Print(executed));
        return failed ? ExitCodes.Failed : ExitCodes.Success;
    }

    private static bool Print(ExecutedNotebook executed)
    {
        foreach (var cell in executed.Cells.Where(cell => cell.Cell.IsCode))
        {
            Console.WriteLine($"── {executed.Notebook.Name}, cell {cell.Cell.Number} ──");
            foreach (var output in cell.Outputs.Where(output => output.Text.Length > 0))
                (output.Kind is OutputKind.Error or OutputKind.StandardError ? Console.Error : Console.Out).WriteLine(output.Text.TrimEnd('\n'));
        }

        return executed.Failed;
    }
}
