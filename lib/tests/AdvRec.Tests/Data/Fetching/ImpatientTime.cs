using System.Collections.Concurrent;

namespace AdvRec.Tests.Data.Fetching;

/// <summary>Keeps account of pauses instead of making them; limits on answers stay real.</summary>
internal sealed class ImpatientTime(TimeSpan stall) : TimeProvider
{
    private readonly ConcurrentQueue<TimeSpan> _pauses = new();

    public IReadOnlyCollection<TimeSpan> Pauses => _pauses;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == stall)
            return base.CreateTimer(callback, state, dueTime, period);
        _pauses.Enqueue(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
