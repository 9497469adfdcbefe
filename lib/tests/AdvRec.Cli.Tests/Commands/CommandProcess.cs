using System.Diagnostics;
using System.Globalization;
using AdvRec.Cli.Commands;

namespace AdvRec.Cli.Tests.Commands;

/// <summary>The real command line, as a process.</summary>
internal static class CommandProcess
{
    public sealed record Result(int ExitCode, string Output, string Error);

    public static async Task<Result> RunAsync(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        return await EndAsync(process);
    }

    public static async Task<Result> RunAsync(string folder, (string Name, string Value) variable, params string[] arguments)
    {
        using var process = StartWith(new() { [variable.Name] = variable.Value }, folder, arguments);
        return await EndAsync(process);
    }

    public static Process Start(string folder, params string[] arguments) => StartWith([], folder, arguments);

    /// <summary>As from a terminal, where Ctrl-C arrives: a shell's background job and what nohup starts hand on that it is ignored.</summary>
    public static Process StartInterruptible(string folder, params string[] arguments)
    {
        var start = StartInfo(typeof(ReportCommand).Assembly.Location, folder, arguments);
        var program = start.FileName;
        start.FileName = "perl";
        foreach (var argument in new[] { program, "$SIG{INT} = 'DEFAULT'; exec @ARGV", "-e" })
            start.ArgumentList.Insert(0, argument);
        return Process.Start(start)!;
    }

    public static async Task InterruptAsync(Process process)
    {
        using var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public static Process StartWith(Dictionary<string, string> environment, string folder, params string[] arguments)
    {
        var start = StartInfo(typeof(ReportCommand).Assembly.Location, folder, arguments);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public static ProcessStartInfo StartInfo(string program, string folder, params string[] arguments) =>
        new(Running.DotnetHost.Path, [program, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Else the first of them compiles ahead in the background, and says so.
            Environment = { ["CI"] = "true" },
        };

    public static async Task<Result> EndAsync(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await output, await error);
    }
}
