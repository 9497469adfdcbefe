using System.Diagnostics;
using AdvRec.Cli.Running;

namespace AdvRec.Cli.Commands;

/// <summary>Compiles to machine code what every notebook's process would else compile again; the next build takes it.</summary>
internal static class AheadOfTime
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(10);

    /// <summary>Starts it, unless it was tried since the packages changed and not interrupted. It goes on when this program has ended.</summary>
    public static bool TryStart()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true" || Repository.OfThisProgram() is not { } course)
            return false;
        var artifacts = Path.Combine(course, "lib", "artifacts");
        var log = Path.Combine(artifacts, "ahead-of-time.log");
        var tried = File.GetLastWriteTimeUtc(log);
        var isInterrupted = Directory.Exists(Path.Combine(artifacts, "ahead-of-time", "unfinished")) && DateTime.UtcNow - tried > s_longest;
        if (tried > File.GetLastWriteTimeUtc(Path.Combine(course, "lib", "Directory.Packages.props")) && !isInterrupted)
            return false;

        string[] arguments =
        [
            "build", "lib/AdvRec.Cli", "-c", new DirectoryInfo(AppContext.BaseDirectory).Name, "-t:CompileAheadOfTime", "-p:BuildProjectReferences=false", "--no-restore",
            // It says nothing to a console that others use, or that is gone.
            "-noConsoleLogger", $"-fileLoggerParameters:LogFile={log}", "-fileLogger", "-nodeReuse:false",
        ];
        using var process = Process.Start(new ProcessStartInfo(DotnetHost.Path, arguments) { WorkingDirectory = course, RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended, or may not be slowed down: neither matters.
        }

        return true;
    }
}
