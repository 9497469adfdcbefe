using System.Diagnostics;
using System.Globalization;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Directives;

namespace AdvRec.Runner.Engine;

/// <summary><c>#!time</c>, which belongs to the tool and not to the engine's packages.</summary>
internal static class TimeDirective
{
    public static void UseTime(this Kernel kernel, bool shown) => kernel.AddDirective(new KernelActionDirective("#!time"), (_, context) =>
    {
        var watch = Stopwatch.StartNew();
        if (shown)
            context.OnComplete(ended => ended.DisplayAs(string.Create(CultureInfo.InvariantCulture, $"Wall time: {watch.Elapsed.TotalMilliseconds:0.0} ms"), "text/plain"));
        return Task.CompletedTask;
    });
}
