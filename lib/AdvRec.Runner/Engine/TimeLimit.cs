namespace AdvRec.Runner.Engine;

/// <summary>A limit on what one cell may take, watched by a thread that no cell can keep busy.</summary>
internal sealed class TimeLimit
{
    private readonly TimeSpan _limit;
    private readonly Action _exceeded;
    private readonly object _monitor = new();
    private DateTime? _end;

    /// <param name="limit">How long.</param>
    /// <param name="exceeded">Called once, on the watching thread.</param>
    public TimeLimit(TimeSpan limit, Action exceeded)
    {
        (_limit, _exceeded) = (limit, exceeded);
        new Thread(Watch) { IsBackground = true }.Start();
    }

    public void Begin() => Set(DateTime.UtcNow + _limit);

    public void End() => Set(null);

    private void Set(DateTime? end)
    {
        lock (_monitor)
        {
            _end = end;
            Monitor.Pulse(_monitor);
        }
    }

    private void Watch()
    {
        lock (_monitor)
        {
            while (!(_end <= DateTime.UtcNow))
                Monitor.Wait(_monitor, _end is { } end ? TimeSpan.FromTicks(Math.Max(0, (end - DateTime.UtcNow).Ticks)) : Timeout.InfiniteTimeSpan);
        }

        _exceeded();
    }
}
