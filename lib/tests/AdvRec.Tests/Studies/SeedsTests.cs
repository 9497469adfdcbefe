using System.Collections.Concurrent;
using AdvRec.Numerics;
using AdvRec.Studies;

namespace AdvRec.Tests.Studies;

public class SeedsTests
{
    [Fact]
    public void Results_come_in_the_order_of_the_seeds_whichever_is_done_first()
    {
        var results = Seeds.Run(20, seed =>
        {
            Thread.Sleep((int)(seed * 7 % 5));
            return seed;
        }, first: 100);

        Assert.Equal(Enumerable.Range(100, 20).Select(seed => (ulong)seed), results);
    }

    [Fact]
    public void Progress_counts_up_and_is_told_by_the_thread_that_asked()
    {
        var told = new List<(int Done, int Thread)>();

        Seeds.Run(8, seed => seed, onSeed: done => told.Add((done, Environment.CurrentManagedThreadId)));

        Assert.Equal(Enumerable.Range(1, 8).Select(done => (done, Environment.CurrentManagedThreadId)), told);
    }

    [Fact]
    public void A_failure_is_the_experiments_own() => Assert.Equal(
        "seed 3",
        Assert.Throws<NotFiniteNumberException>(() => Seeds.Run(5, seed => seed == 3 ? throw new NotFiniteNumberException("seed 3") : seed, first: 0)).Message);

    [Fact]
    public void It_can_be_cancelled()
    {
        using var cancellation = new CancellationTokenSource();

        Assert.Throws<OperationCanceledException>(() => Seeds.Run(1000, seed => seed, onSeed: _ => cancellation.Cancel(), cancellation: cancellation.Token));
    }

    [Fact]
    public void No_seed_is_an_error() => Assert.Throws<ArgumentOutOfRangeException>(() => Seeds.Run(0, seed => seed));

    [Fact]
    public void An_experiment_stays_on_its_thread_since_the_others_have_their_own()
    {
        var threads = Seeds.Run(4, _ =>
        {
            var used = new ConcurrentBag<int>();
            new Workers(threads: 8).ForEach(8, _ => used.Add(Environment.CurrentManagedThreadId));
            return used.Distinct().Single() == Environment.CurrentManagedThreadId;
        });

        Assert.All(threads, Assert.True);
    }
}
