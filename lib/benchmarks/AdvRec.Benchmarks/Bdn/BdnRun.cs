using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace AdvRec.Benchmarks.Bdn;

internal static class BdnRun
{
    public static int Run(string filter, IReadOnlyList<string> more)
    {
        // In this process: no generated project to restore and build.
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        var summaries = BenchmarkSwitcher.FromAssembly(typeof(BdnRun).Assembly).Run(["--filter", $"*{filter}*", .. more], config);
        return summaries.SelectMany(summary => summary.Reports).All(report => report.Success) ? 0 : 1;
    }
}
