using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AdvRec.Runner.Protocol;

/// <summary>Sends events, one line each, from whatever thread; each is out before the call returns, so that none is lost in a crash.</summary>
internal sealed class EventWriter(Stream stream)
{
    // Markup as it is: there is no page here that it could break, and there may be megabytes of it.
    private static readonly RunEventJson Json = new(new(RunEventJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    // The first event would wait for this: it is done while the engine loads.
    static EventWriter() => JsonSerializer.Serialize(Stream.Null, new CellStarted(0, default), Json.RunEvent);

    private readonly Lock _lock = new();
    private readonly Stopwatch _waiting = new();

    /// <summary>How long it took, so far, until the other side had taken what it was sent.</summary>
    public TimeSpan Waited => _waiting.Elapsed;

    public void Write(RunEvent runEvent)
    {
        lock (_lock)
        {
            _waiting.Start();
            JsonSerializer.Serialize(stream, runEvent, Json.RunEvent);
            stream.WriteByte((byte)'\n');
            stream.Flush();
            _waiting.Stop();
        }
    }
}
