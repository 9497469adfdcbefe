using System.Globalization;
using System.IO.Pipes;
using AdvRec.Runner.Engine;
using AdvRec.Runner.Output;
using AdvRec.Runner.Protocol;

// Started by the command line tool, once per notebook: AdvRec.Runner PIPE
if (args is not [var pipeName])
{
    Console.Error.WriteLine("AdvRec.Runner is started by advrec; run 'advrec report' instead.");
    return 2;
}

// The engine takes its time to load: let it do that while everything else starts.
var loading = Task.Run(() => new NotebookKernel());

// Events have a channel of their own, so that nothing a notebook does to its console can garble them.
using var pipe = new NamedPipeClientStream(".", pipeName, PipeDirection.InOut, PipeOptions.Asynchronous);
pipe.Connect();
var request = RunRequest.Read(pipe);
new Thread(() => EndWithParent(pipe)) { IsBackground = true }.Start();
Console.CancelKeyPress += (_, e) => e.Cancel = true;
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
Environment.CurrentDirectory = request.Folder;
Console.SetIn(TextReader.Null);

var events = new EventWriter(pipe);
using var outputs = new CellOutputs(events);
AppDomain.CurrentDomain.ProcessExit += (_, _) => outputs.FlushText();
await new NotebookRunner(request, await loading, events, outputs).RunAsync();

// Threads that a cell left running must not keep the process.
Environment.Exit(0);
return 0;

// It blocks a thread of its own: after an asynchronous call all that is sent here would wait for the thread pool, which cells may use up.
static void EndWithParent(PipeStream pipe)
{
    // Nothing more is ever sent this way: the read ends when the parent does.
    try
    {
        _ = pipe.ReadByte();
    }
    catch (Exception exception) when (exception is IOException or ObjectDisposedException)
    {
    }

    Environment.Exit(0);
}
