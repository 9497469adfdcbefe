using System.Diagnostics;

namespace AdvRec.Runner.Engine;

/// <summary>A limit on what one cell may take, watched by a thread that no cell can keep busy.</summary>
internal sealed class TimeLimit
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly TimeSpan _limit;
    private readonly Func<TimeSpan> _waited;
    private readonly Action _exceeded;
    private readonly object _monitor = new();
    private readonly Stopwatch _running = new();
    private TimeSpan _waitedBefore;

    /// <param name="limit">How long.</param>
    /// <param name="waited">How long the process has waited, so far, for others who are slow to read: that is not the cell's time.</param>
    /// <param name="exceeded">Called once, on the watching thread.</param>
    public TimeLimit(TimeSpan limit, Func<TimeSpan> waited, Action exceeded)
    {
        (_limit, _waited, _exceeded) = (limit, waited, exceeded);
        new Thread(Watch) { IsBackground = true }.Start();
    }

    public void Begin()
    {
        lock (_monitor)
        {
            _waitedBefore = _waited();
            _running.Restart();
            Monitor.Pulse(_monitor);
        }
    }

    public void End()
    {
        lock (_monitor)
            _running.Reset();
    }

    private void Watch()
    {
        lock (_monitor)
        {
            while (Left() is var left && left > TimeSpan.Zero)
                Monitor.Wait(_monitor, left < LongestWait ? left : LongestWait);
        }

        _exceeded();
    }

    private TimeSpan Left() => _running.IsRunning ? _limit + _waited() - _waitedBefore - _running.Elapsed : TimeSpan.MaxValue;
}
