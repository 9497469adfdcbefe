using System.Reflection;

namespace AdvRec;

/// <summary>
/// The stop button of a notebook. .NET Interactive goes on computing unless the code watches its token;
/// it is found by name, so that the library needs none of its packages.
/// </summary>
internal static class HostCancellation
{
    private const string EngineName = "Microsoft.DotNet.Interactive";

    private static PropertyInfo? s_current;
    private static PropertyInfo? s_token;

    /// <summary>The token given, or, if it is one that nobody can cancel, that of the cell which is running; outside a notebook none.</summary>
    public static CancellationToken Or(CancellationToken given) => given.CanBeCanceled ? given : OfRunningCell();

    private static CancellationToken OfRunningCell()
    {
        // An engine is there before the first cell runs, so its absence is soon known; its presence is looked up once.
        if (s_token is null && AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(a => a.GetName().Name == EngineName) is { } engine)
        {
            var context = engine.GetType(EngineName + ".KernelInvocationContext");
            s_current = context?.GetProperty("Current", BindingFlags.Public | BindingFlags.Static);
            s_token = context?.GetProperty("CancellationToken", typeof(CancellationToken));
        }

        return s_current?.GetValue(null) is { } cell && s_token?.GetValue(cell) is CancellationToken token ? token : default;
    }
}
