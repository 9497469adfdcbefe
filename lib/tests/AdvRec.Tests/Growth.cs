using System.Diagnostics;
using System.Globalization;

namespace AdvRec.Tests;

/// <summary>What grows with the square of its input is found by comparing it with itself, however slow or busy the machine is.</summary>
internal static class Growth
{
    /// <summary>Four times the input takes four times as long, or sixteen where time grows with the square.</summary>
    private const int Factor = 4;
    private const double Most = 9;

    /// <summary>What is done in less says nothing about its growth.</summary>
    private static readonly TimeSpan s_noise = TimeSpan.FromMilliseconds(400);

    /// <param name="count">Size of the smaller input.</param>
    /// <param name="action">Does it with an input of that size, on this thread.</param>
    public static void IsLinear(int count, Action<int> action)
    {
        action(count / Factor);
        var small = Least(() => action(count));
        var large = Least(() => action(count * Factor));

        Assert.True(large < s_noise || large < Most * small, $"{count}: {small.TotalSeconds:0.00} s of the processor, {Factor} times as much: {large.TotalSeconds:0.00} s");
    }

    // A collection of garbage that others have left may fall into one of them.
    private static TimeSpan Least(Action action) => Enumerable.Range(0, 2).Min(_ =>
    {
        var before = Now();
        action();
        return Now() - before;
    });

    // Of this thread alone where the machine tells: other tests run beside it.
    private static TimeSpan Now() => File.Exists("/proc/thread-self/schedstat")
        ? TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1000)
        : Process.GetCurrentProcess().TotalProcessorTime;
}
