using System.Globalization;
using System.IO.Pipes;
using AdvRec.Runner.Display;
using AdvRec.Runner.Execution;
using AdvRec.Runner.Notebooks;
using AdvRec.Runner.Protocol;

// Started by the command line tool, once per notebook: AdvRec.Runner NOTEBOOK PIPE
if (args is not [var notebookPath, var pipeName])
{
    Console.Error.WriteLine("AdvRec.Runner is started by advrec; run 'advrec report' instead.");
    return 2;
}

// The formatters take their time to load: let them do it while everything else starts.
_ = Task.Run(() => OutputFormatter.Format(args, []));

// Events have a channel of their own, so that nothing a notebook does to its console can garble them.
using var pipe = new NamedPipeClientStream(".", pipeName, PipeDirection.InOut, PipeOptions.Asynchronous);
pipe.Connect();
new Thread(() => EndWithParent(pipe)) { IsBackground = true }.Start();
Console.CancelKeyPress += (_, e) => e.Cancel = true;
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

var notebook = Notebook.Load(notebookPath);
Environment.CurrentDirectory = notebook.Folder;
var events = new EventWriter(pipe);
using var outputs = new CellOutputs(events);
AppDomain.CurrentDomain.ProcessExit += (_, _) => outputs.FlushText();
Console.SetIn(TextReader.Null);
Console.SetOut(new ConsoleCapture(outputs, OutputKind.StandardOutput));
Console.SetError(new ConsoleCapture(outputs, OutputKind.StandardError));
DisplayedValue.Outputs = outputs;

await new NotebookRunner(notebook, events, outputs).RunAsync();

// Threads that a cell left running must not keep the process.
Environment.Exit(0);
return 0;

// It blocks a thread of its own: after an asynchronous call all that is sent here would wait for the thread pool, which cells may use up.
static void EndWithParent(PipeStream pipe)
{
    // Nothing is ever sent this way: the read ends when the parent does.
    try
    {
        _ = pipe.ReadByte();
    }
    catch (Exception exception) when (exception is IOException or ObjectDisposedException)
    {
    }

    Environment.Exit(0);
}
