using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using AdvRec.Numerics;

namespace AdvRec.Studies;

/// <summary>Repeats an experiment with many seeds, as many at a time as there are processors.</summary>
public static class Seeds
{
    /// <summary>The first seed of the course's experiments.</summary>
    public const ulong First = 25092020;

    /// <summary>Runs an experiment once per seed: <paramref name="first"/>, <paramref name="first"/> + 1 and so on.</summary>
    /// <param name="count">How many seeds; at least 1.</param>
    /// <param name="experiment">Called with the seed, several at a time: it must not change what others read.</param>
    /// <param name="first">First seed.</param>
    /// <param name="onSeed">Called with how many seeds are done, by the thread that called this method.</param>
    /// <param name="cancellation">Checked between seeds. By default, that of the notebook cell which is running.</param>
    /// <returns>One result per seed, in the order of the seeds, however many ran at a time.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 1.</exception>
    public static IReadOnlyList<T> Run<T>(
        int count, Func<ulong, T> experiment, ulong first = First, Action<int>? onSeed = null, CancellationToken cancellation = default)
    {
        Valid.AtLeast(1, count, nameof(count));
        ArgumentNullException.ThrowIfNull(experiment);
        cancellation = HostCancellation.Or(cancellation);
        var runs = Partitioner.Create(Enumerable.Range(0, count), EnumerablePartitionerOptions.NoBuffering)
            .AsParallel().AsOrdered().WithCancellation(cancellation).WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(run => Workers.Alone(() => experiment(first + (ulong)run)));
        var results = new List<T>(count);
        try
        {
            foreach (var result in runs)
            {
                results.Add(result);
                onSeed?.Invoke(results.Count);
            }
        }
        catch (AggregateException failures)
        {
            // As if run one after the other: the failure itself, not a bundle of failures.
            ExceptionDispatchInfo.Throw(failures.InnerExceptions[0]);
        }

        return results;
    }
}
