using System.Runtime.InteropServices;

namespace AdvRec.Cli.Running;

internal static class DotnetHost
{
    /// <summary>The <c>dotnet</c> that this process runs on: it lies three folders above the runtime, however the process was started.</summary>
    public static string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(
        RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
