using System.Globalization;
using System.Text.RegularExpressions;
using AdvRec.Runner.Output;
using AdvRec.Runner.Protocol;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace AdvRec.Runner.Engine;

/// <summary>What the engine says while a cell runs, as outputs of that cell; commands within the cell, such as those of an import, are part of it.</summary>
internal sealed partial class CellEvents : IObserver<KernelEvent>
{
    private const string MissingAssembly = "CS0006";
    private const string NoConversion = "CS0029";

    private readonly CellOutputs _outputs;
    private readonly RunningCell _cell;
    private readonly MissingNames _missing;
    private (string Code, string Message)? _compilerErrors;

    public CellEvents(CellOutputs outputs, RunningCell cell, MissingNames missing) => (_outputs, _cell, _missing) = (outputs, cell, missing);

    public bool Failed { get; private set; }

    public bool WasNotCompiled => _compilerErrors is not null;

    public void Begin() => (_compilerErrors, Failed) = (null, false);

    public void Fail(string name, string message)
    {
        if (Failed)
            return;
        Failed = true;
        _outputs.Show(CellOutput.OfText(OutputKind.Error, message, name));
    }

    public void OnNext(KernelEvent value)
    {
        switch (value)
        {
            case StandardOutputValueProduced text:
                _outputs.WriteText(OutputKind.StandardOutput, text.FormattedValues.First().Value);
                break;
            case StandardErrorValueProduced text:
                _outputs.WriteText(OutputKind.StandardError, text.FormattedValues.First().Value);
                break;
            case DiagnosticsProduced diagnostics:
                Keep([.. diagnostics.Diagnostics.Where(diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error)]);
                break;
            case CommandFailed failure:
                Fail(failure.Exception, failure.Message);
                break;
            case ErrorProduced error:
                Fail(exception: null, error.Message);
                break;
            // The progress of a restore, and the handle of a value that is shown already.
            case DisplayEvent { Value: InstallPackagesMessage or DisplayedValue }:
                break;
            case DisplayedValueUpdated updated:
                _outputs.Replace(new(OutputKind.Display, DisplayData.Of(updated), updated.ValueId));
                break;
            case DisplayedValueProduced shown:
                _outputs.Show(new(OutputKind.Display, DisplayData.Of(shown), shown.ValueId));
                break;
            case ReturnValueProduced result:
                _outputs.Show(new(OutputKind.Result, DisplayData.Of(result)));
                break;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error) => Fail(error, error.Message);

    private void Fail(Exception? exception, string message)
    {
        exception = exception is null ? null : ErrorText.Cause(exception);
        if ((exception is NullReferenceException or ArgumentNullException || _compilerErrors is ("CS0103", _)) && _missing.NeededBy(_cell.Text) is { } needed)
            Fail("NotRun", $"{_cell.Name}: {needed}");
        else if (_compilerErrors is var (code, errors))
            Fail(code, errors);
        else if (PackageError().Match(message) is { Success: true } match)
            Fail("PackageNotRestored", $"The package could not be restored: {match.Groups["reason"].Value}");
        else if (exception is not null and not CodeSubmissionCompilationErrorException)
            Fail(exception.GetType().FullName!, ErrorText.Of(exception));
        else
            Fail("Error", $"{_cell.Name}: {message}");
    }

    private void Keep(IReadOnlyList<Diagnostic> errors)
    {
        if (errors.Count > 0)
            _compilerErrors = (errors[0].Code, string.Join('\n', errors.Select(Format)));
    }

    private string Format(Diagnostic error)
    {
        var place = _cell.ImportedPlace ?? new(_cell.Name, 0);
        var start = error.LinePositionSpan.Start;
        var advice = error.Code == MissingAssembly && place.Name == RunningCell.CourseLibrary ? $" The folder has moved since {place.Name} was written: {RunningCell.Build}" : "";
        if (error.Code == NoConversion && error.Message.Contains("Span<", StringComparison.Ordinal))
            advice = " A span cannot be shown; .ToArray() makes it a value that can.";
        return string.Create(CultureInfo.InvariantCulture, $"{place.Name}, line {place.LinesBefore + start.Line + 1}, column {start.Character + 1}: {error.Code}: {error.Message}{advice}");
    }

    // FILE : error NU1102: REASON
    [GeneratedRegex(@" : error (?<reason>NU\d+: .*)$", RegexOptions.Multiline)]
    private static partial Regex PackageError();
}
