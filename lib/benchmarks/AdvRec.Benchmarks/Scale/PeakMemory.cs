namespace AdvRec.Benchmarks.Scale;

/// <summary>Watches the managed heap grow while something runs.</summary>
internal static class PeakMemory
{
    /// <returns>Most bytes on the managed heap beyond those before, what is garbage but not yet collected included.</returns>
    public static long Of(Action work)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = before;
        using var timer = new Timer(_ => peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false)), null, 0, 10);
        work();
        return Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false)) - before;
    }
}
