using System.Diagnostics;
using System.Globalization;
using AdvRec.Runner.Output;
using AdvRec.Runner.Protocol;
using Microsoft.DotNet.Interactive.Commands;

namespace AdvRec.Runner.Engine;

/// <summary>Sends the cells of a notebook to its kernels in order; a cell that fails does not keep the later ones from running.</summary>
internal sealed class NotebookRunner
{
    private const string CSharp = "csharp";

    private readonly RunRequest _request;
    private readonly NotebookKernel _kernel;
    private readonly EventWriter _events;
    private readonly CellOutputs _outputs;
    private readonly TimeLimit _limit;
    private readonly RunningCell _cell;
    private readonly CellEvents _cellEvents;
    private readonly MissingNames _missing = new();

    public NotebookRunner(RunRequest request, NotebookKernel kernel, EventWriter events, CellOutputs outputs)
    {
        (_request, _kernel, _events, _outputs) = (request, kernel, events, outputs);
        _limit = new(TimeSpan.FromSeconds(request.CellSeconds), () => events.Waited, EndCell);
        _cell = new(kernel.CSharp, request.Folder);
        _cellEvents = new(outputs, _cell, _missing);
        kernel.UseInputs(request.Inputs);
        kernel.CSharp.UseTime(shown: !request.Reproducible);
        kernel.Root.KernelEvents.Subscribe(_cellEvents);
    }

    public async Task RunAsync()
    {
        foreach (var cell in _request.Cells)
            await RunAsync(cell);
        _events.Write(new NotebookFinished(NotebookFacts.Collect(name => _kernel.CSharp.TryGetValue<object>(name, out var value) ? value : null)));
    }

    private async Task RunAsync(CodeCell cell)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"cell {cell.Number}");
        _events.Write(new CellStarted(cell.Index, DateTimeOffset.UtcNow));
        _outputs.Begin(cell.Index);
        _cell.Begin(name, cell.Text);
        _cellEvents.Begin();
        var watch = Stopwatch.StartNew();
        _limit.Begin();
        var isTooDeep = cell.Language == CSharp && Nesting.IsTooDeep(cell.Text);
        await SendAsync(cell, isTooDeep);
        _limit.End();
        if (cell.Language == CSharp && !isTooDeep)
            _missing.Ended(name, cell.Text, IsMissing);
        _outputs.FlushText();
        _events.Write(new CellFinished(cell.Index, _cellEvents.Failed, watch.Elapsed.TotalSeconds));
    }

    /// <summary>A cell that was not compiled gives nothing; one that failed on the way leaves null where it did not come.</summary>
    private bool IsMissing(string name) => _cellEvents.Failed
        && (_cellEvents.WasNotCompiled || _kernel.CSharp.TryGetValue<object>(name, out var value) && value is null);

    private async Task SendAsync(CodeCell cell, bool isTooDeep)
    {
        // Drawing it needs a script from the network in every host: the text is what always works.
        if (cell.Language == "mermaid")
        {
            _outputs.Show(CellOutput.OfText(OutputKind.Display, cell.Text));
        }
        else if (!_kernel.Knows(cell.Language))
        {
            _cellEvents.Fail("UnsupportedLanguage",
                $"{_cell.Name}: cells in '{cell.Language}' cannot be run here, only csharp, html, value and mermaid (as text). {Host(cell.Language)}");
        }
        else if (isTooDeep)
        {
            _cellEvents.Fail("NestedTooDeeply", string.Create(CultureInfo.InvariantCulture, $"{_cell.Name}: brackets are nested more than {Nesting.Deepest} deep, too deeply for the compiler."));
        }
        else
        {
            await _kernel.Root.SendAsync(new SubmitCode(cell.Text, cell.Language));
        }
    }

    private static string Host(string language) => language is "fsharp" or "pwsh" or "javascript" or "http" or "sql" or "kql"
        ? "The .NET kernel can, in VS Code or Jupyter."
        : "Open the notebook in Jupyter with the kernel of that language.";

    // The process is ended by the one that started it, with all that it may have started itself.
    private void EndCell()
    {
        var seconds = _request.CellSeconds.ToString("0.###", CultureInfo.InvariantCulture);
        _cellEvents.Fail("TimeLimit", $"The cell took longer than {seconds} s and was ended; the cells after it did not run. '--timeout SECONDS' sets another limit.");
        _events.Write(new TimeExceeded());
    }
}
