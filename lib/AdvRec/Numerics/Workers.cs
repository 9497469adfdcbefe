using System.Runtime.ExceptionServices;

namespace AdvRec.Numerics;

/// <summary>Shares out work whose parts do not depend on each other, so that the result is the same for any number of threads.</summary>
internal sealed class Workers
{
    [ThreadStatic]
    private static bool t_isAlone;

    private readonly ParallelOptions _options;

    /// <param name="threads">Most threads to use; 0 for one per processor.</param>
    public Workers(int threads)
    {
        Count = Valid.AtLeast(0, threads, nameof(threads)) == 0 ? Environment.ProcessorCount : threads;
        _options = new() { MaxDegreeOfParallelism = Count };
    }

    public int Count { get; }

    /// <summary>More parts than threads, so that a thread that is done early takes another.</summary>
    public int Parts => Count == 1 ? 1 : 4 * Count;

    /// <summary>Runs work that is one of many at a time: what it would share out, it does on its own thread, for the others are busy.</summary>
    public static T Alone<T>(Func<T> work)
    {
        var before = t_isAlone;
        t_isAlone = true;
        try
        {
            return work();
        }
        finally
        {
            t_isAlone = before;
        }
    }

    public void ForEach(int parts, Action<int> work) => ForEach(parts, work, static (part, work) => work(part));

    /// <summary>With what the work needs, so that one thread needs no closure: the innermost loops allocate nothing.</summary>
    public void ForEach<T>(int parts, T state, Action<int, T> work)
    {
        if (Count > 1 && parts > 1 && !t_isAlone)
        {
            Share(parts, state, work);
            return;
        }

        for (var part = 0; part < parts; part++)
            work(part, state);
    }

    private void Share<T>(int parts, T state, Action<int, T> work)
    {
        try
        {
            Parallel.For(0, parts, _options, part => work(part, state));
        }
        catch (AggregateException failures)
        {
            // As on one thread: the failure itself, not a bundle of failures.
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }
    }
}
