using System.Diagnostics;

namespace AdvRec.Hosts.Tests;

/// <summary>What the hosts' engines need besides the SDK: without it a reader's test run says so and goes on, CI fails.</summary>
internal static class Needed
{
    private static readonly Lazy<bool> s_jupyter = new(HasJupyter);

    /// <summary>The tools pinned in <c>.config/dotnet-tools.json</c>.</summary>
    public static void Tool(string name, string program)
    {
        if (!File.Exists(Places.Tool(name, program)))
            SkipOrFail($"{name} is not here: run 'dotnet tool restore' in {Places.Repository}.");
    }

    /// <summary>The .NET kernel, and Jupyter's own client to run it.</summary>
    public static void Jupyter()
    {
        Tool("microsoft.dotnet-interactive", "Microsoft.DotNet.Interactive.App.dll");
        if (!s_jupyter.Value)
            SkipOrFail("Jupyter's client is not here: install Debian's python3-nbclient and python3-nbconvert.");
    }

    private static void SkipOrFail(string reason)
    {
        Assert.False(Environment.GetEnvironmentVariable("CI") == "true", reason);
        Assert.Skip(reason);
    }

    private static bool HasJupyter()
    {
        if (!File.Exists(Places.Python))
            return false;
        using var process = Process.Start(new ProcessStartInfo(Places.Python, ["-c", "import nbformat, nbclient, nbconvert"]) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
