using AdvRec.Benchmarks.Measuring;

namespace AdvRec.Benchmarks.Scale;

/// <summary>Watches the managed heap grow while something runs.</summary>
internal static class PeakMemory
{
    /// <returns>Most bytes on the managed heap beyond those before, what is garbage but not yet collected included.</returns>
    public static long Of(Action work)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = before;
        using (new Timer(_ => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false)), null, 0, 1))
            work();
        return Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false)) - before;
    }

    /// <summary>A line that sets the data and the peak against what a run can't do without.</summary>
    /// <param name="workload">What ran.</param>
    /// <param name="shape">The data's numbers.</param>
    /// <param name="work">Runs it on one thread.</param>
    public static Line Line(string workload, Shape shape, Action work)
    {
        // Data: user and item of every pair. Factors, accumulators and gradients: three times the model.
        var needed = 8L * shape.Pairs + 3 * shape.ModelBytes;
        var used = 8L * shape.Pairs + Of(work);
        return new($"memory, {workload}", "MB", used / 1e6, 1)
        {
            Baseline = needed / 1e6,
            BaselineName = "data + factors + accumulators + gradients",
            Note = FormattableString.Invariant($"{(double)used / needed:F2} times the baseline"),
        };
    }
}
