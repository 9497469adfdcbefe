using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using AdvRec.Cli.Notebooks;
using AdvRec.Runner.Protocol;

namespace AdvRec.Cli.Running;

/// <summary>
/// Runs a notebook in a process of its own and gathers what it shows as it shows it: what is finished stays,
/// whether the process crashes, hangs or is told to end.
/// </summary>
internal sealed class NotebookProcess : IDisposable
{
    private const int StrayTextLimit = 20_000;
    private const int LineBuffer = 256 * 1024;
    private static readonly string RunnerPath = Path.Combine(AppContext.BaseDirectory, "AdvRec.Runner.dll");

    private readonly ExecutedNotebook _executed;
    private readonly RunOptions _options;
    private readonly NamedPipeServerStream _pipe;
    private readonly Process _process;
    private readonly StringBuilder _strayText = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private ExecutedCell? _running;

    private NotebookProcess(Notebook notebook, RunOptions options)
    {
        _executed = new(notebook);
        _options = options;
        var pipeName = $"advrec-{Guid.NewGuid():N}";
        _pipe = new(pipeName, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
        var start = new ProcessStartInfo(DotnetHost.Path, [RunnerPath, pipeName])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // It is short, and its pages change between writing and executing with every method compiled: the protection would cost it a tenth of its time.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        if (options.Dataset is { } dataset)
            start.Environment[RunOptions.DatasetVariable] = dataset;
        if (options.Reproducible)
            start.Environment[RunOptions.ReproducibleVariable] = "1";
        _process = Process.Start(start)!;
        _process.StandardInput.Close();
        _process.OutputDataReceived += (_, e) => KeepStrayText(e.Data);
        _process.ErrorDataReceived += (_, e) => KeepStrayText(e.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <param name="notebook">What to run.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Called with every event, as it comes.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    public static async Task<ExecutedNotebook> RunAsync(Notebook notebook, RunOptions options, Action<RunEvent> progress, CancellationToken cancellationToken)
    {
        using var process = new NotebookProcess(notebook, options);
        return await process.RunAsync(progress, cancellationToken);
    }

    public void Dispose()
    {
        Kill();
        RestoreFolders.CleanUpAfter(_process.Id);
        _process.Dispose();
        _pipe.Dispose();
    }

    private async Task<ExecutedNotebook> RunAsync(Action<RunEvent> progress, CancellationToken cancellationToken)
    {
        if (await ConnectAsync(cancellationToken))
        {
            SendRequest();
            await ReadEventsAsync(progress, cancellationToken);
        }

        await WaitForExitAsync(cancellationToken);
        _executed.Seconds = _watch.Elapsed.TotalSeconds;
        AddStrayText();
        return _executed;
    }

    // The cells themselves: the file may be saved anew while it runs.
    private void SendRequest()
    {
        var cells = _executed.Notebook.Cells.Select((cell, index) => (cell, index)).Where(item => item.cell.IsCode)
            .Select(item => new CodeCell(item.index, item.cell.Number, item.cell.Language, item.cell.Text));
        new RunRequest(_executed.Notebook.Folder, [.. cells], _options.CellTimeout.TotalSeconds, _options.Inputs, _options.Reproducible).Write(_pipe);
    }

    private async Task<bool> ConnectAsync(CancellationToken cancellationToken)
    {
        var exit = _process.WaitForExitAsync(cancellationToken);
        var connection = _pipe.WaitForConnectionAsync(cancellationToken);
        await await Task.WhenAny(connection, exit);
        return connection.IsCompletedSuccessfully;
    }

    // A program that a cell started may hold the console open: waiting for it has an end.
    private async Task WaitForExitAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Kill();
        }
    }

    private async Task ReadEventsAsync(Action<RunEvent> progress, CancellationToken cancellationToken)
    {
        // Line by line: what is a stream to the parser waits for more of it, however complete an event may be.
        using var lines = new StreamReader(_pipe, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, LineBuffer, leaveOpen: true);
        try
        {
            while (await lines.ReadLineAsync(cancellationToken) is { } line)
            {
                var runEvent = JsonSerializer.Deserialize(line, RunEventJson.Default.RunEvent)!;
                Apply(runEvent);
                progress(runEvent);
            }
        }
        catch (JsonException)
        {
            // The process died in the middle of an event: its exit code tells.
        }
    }

    private void Apply(RunEvent runEvent)
    {
        switch (runEvent)
        {
            case CellStarted started:
                _running = _executed.Cells[started.Cell];
                _running.State = CellState.Running;
                _running.Started = started.Time;
                break;
            case OutputProduced produced:
                _executed.Cells[produced.Cell].Add(produced.Output);
                break;
            case OutputReplaced replaced:
                foreach (var cell in _executed.Cells)
                    cell.Replace(replaced.Output);
                break;
            case CellFinished finished:
                _executed.Cells[finished.Cell].State = finished.Failed ? CellState.Failed : CellState.Succeeded;
                _executed.Cells[finished.Cell].Seconds = finished.Seconds;
                _running = null;
                break;
            case TimeExceeded:
                _running!.State = CellState.Failed;
                Kill();
                break;
            case NotebookFinished finished:
                _executed.Facts = finished.Facts;
                break;
        }
    }

    private void KeepStrayText(string? line)
    {
        lock (_strayText)
        {
            if (line is not null && _strayText.Length < StrayTextLimit)
                _strayText.Append(line).Append('\n');
        }
    }

    // What native code or a dying runtime wrote past the console belongs to the cell that was last at work.
    private void AddStrayText()
    {
        string text;
        lock (_strayText)
            text = _strayText.ToString();
        var last = _running ?? _executed.Cells.LastOrDefault(cell => cell.State is CellState.Succeeded or CellState.Failed) ?? _executed.Cells.FirstOrDefault(cell => cell.Cell.IsCode);
        if (text.Length > 0)
            last?.Add(CellOutput.OfText(OutputKind.StandardError, text));
        if (_process.HasExited && (_running is { State: CellState.Running } || _process.ExitCode != 0) && last is not { State: CellState.Failed })
        {
            last?.Fail("ProcessEnded", string.Create(CultureInfo.InvariantCulture,
                $"The notebook's process ended with exit code {_process.ExitCode} while this cell ran; the cells after it did not run."));
        }
    }

    private void Kill()
    {
        try
        {
            if (_process.HasExited)
                return;
            _process.Kill(entireProcessTree: true);
            // Killing only asks for it: whoever called may count on the process being gone.
            _process.WaitForExit(TimeSpan.FromSeconds(5));
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in between.
        }
    }
}
