using System.Text.Json;

namespace AdvRec.Runner.Protocol;

/// <summary>Sends events, one line each, from whatever thread; each is out before the call returns, so that none is lost in a crash.</summary>
internal sealed class EventWriter(Stream stream)
{
    private readonly Lock _lock = new();

    public void Write(RunEvent runEvent)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(runEvent, RunEventJson.Default.RunEvent);
        lock (_lock)
        {
            stream.Write(line);
            stream.WriteByte((byte)'\n');
            stream.Flush();
        }
    }
}
