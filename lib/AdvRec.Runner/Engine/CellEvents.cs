using System.Globalization;
using AdvRec.Runner.Output;
using AdvRec.Runner.Protocol;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace AdvRec.Runner.Engine;

/// <summary>What the engine says while a cell runs, as outputs of that cell; commands within the cell, such as those of an import, are part of it.</summary>
internal sealed class CellEvents(CellOutputs outputs) : IObserver<KernelEvent>
{
    private string _cell = "";
    private string? _compilerErrors;
    private string? _compilerCode;

    public bool Failed { get; private set; }

    /// <param name="cell">What errors call it.</param>
    public void Begin(string cell) => (_cell, _compilerErrors, Failed) = (cell, null, false);

    public void Fail(string name, string message)
    {
        if (Failed)
            return;
        Failed = true;
        outputs.Show(CellOutput.OfText(OutputKind.Error, message, name));
    }

    public void OnNext(KernelEvent value)
    {
        switch (value)
        {
            case StandardOutputValueProduced text:
                outputs.WriteText(OutputKind.StandardOutput, text.FormattedValues.First().Value);
                break;
            case StandardErrorValueProduced text:
                outputs.WriteText(OutputKind.StandardError, text.FormattedValues.First().Value);
                break;
            case DiagnosticsProduced diagnostics:
                Keep([.. diagnostics.Diagnostics.Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)]);
                break;
            case CommandFailed failure:
                Fail(failure);
                break;
            // The progress of a restore, and the handle of a value that is shown already.
            case DisplayEvent { Value: InstallPackagesMessage or DisplayedValue } or ErrorProduced:
                break;
            case DisplayedValueUpdated updated:
                outputs.Replace(new(OutputKind.Display, DisplayData.Of(updated), updated.ValueId));
                break;
            case DisplayedValueProduced shown:
                outputs.Show(new(OutputKind.Display, DisplayData.Of(shown), shown.ValueId));
                break;
            case ReturnValueProduced result:
                outputs.Show(new(OutputKind.Result, DisplayData.Of(result)));
                break;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error) => Fail(error.GetType().FullName!, error.Message);

    private void Fail(CommandFailed failure)
    {
        if (_compilerErrors is not null)
            Fail(_compilerCode!, _compilerErrors);
        else if (failure.Exception is FileNotFoundException { FileName: { } file } && !File.Exists(file))
            Fail("FileNotFound", MissingFile.Message(_cell, file));
        else if (failure.Exception is { } exception)
            Fail(exception.GetType().FullName!, ErrorText.Of(exception));
        else
            Fail("Error", $"{_cell}: {failure.Message}");
    }

    private void Keep(IReadOnlyList<Diagnostic> errors)
    {
        if (errors.Count == 0)
            return;
        _compilerCode = errors[0].Code;
        _compilerErrors = string.Join('\n', errors.Select(error => string.Create(CultureInfo.InvariantCulture,
            $"{_cell}, line {error.LinePositionSpan.Start.Line + 1}, column {error.LinePositionSpan.Start.Character + 1}: {error.Code}: {error.Message}")));
    }
}
