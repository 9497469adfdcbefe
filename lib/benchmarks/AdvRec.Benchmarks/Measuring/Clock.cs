using System.Diagnostics;

namespace AdvRec.Benchmarks.Measuring;

internal static class Clock
{
    /// <summary>
    /// The shortest of several runs, after a warm-up: on a shared machine the one least disturbed. Runs until the budget is spent, at least three times.
    /// </summary>
    /// <param name="work">What is timed.</param>
    /// <param name="budget">Seconds to spend.</param>
    /// <param name="before">Runs before each, untimed.</param>
    /// <returns>Seconds.</returns>
    public static double Best(Action work, double budget = 1.5, Action? before = null)
    {
        before?.Invoke();
        work();
        var best = double.PositiveInfinity;
        var all = Stopwatch.StartNew();
        for (var run = 0; run < 3 || all.Elapsed.TotalSeconds < budget; run++)
        {
            before?.Invoke();
            best = Math.Min(best, Once(work));
        }

        return best;
    }

    /// <returns>Seconds.</returns>
    public static double Once(Action work)
    {
        var clock = Stopwatch.StartNew();
        work();
        return clock.Elapsed.TotalSeconds;
    }
}
