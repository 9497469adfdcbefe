using AdvRec.Benchmarks.Measuring;

namespace AdvRec.Benchmarks.Quick;

/// <summary>What the machine can do, on one thread.</summary>
internal static class MachineWorkloads
{
    private const long Kilobyte = 1 << 10, Megabyte = 1 << 20;

    public static void Print(MachineLimits machine)
    {
        foreach (var (size, label) in ((long, string)[])[(24 * Kilobyte, "24 KB"), (512 * Kilobyte, "512 KB"), (4 * Megabyte, "4 MB"), (512 * Megabyte, "512 MB")])
            new Line($"machine: a = b + s·c over {label}", "GB/s", machine.BytesPerSecond(size) / 1e9, 1).Print();
        new Line("machine: multiply, then add", "GFLOP/s", machine.OperationsPerSecond / 1e9, 1).Print();
        new Line("machine: fused multiply-add", "GFLOP/s", MachineLimits.FusedOperationsPerSecond / 1e9, 1) { Note = "not used by the library: it rounds differently, and not every processor has it" }.Print();
    }
}
