using System.Diagnostics;
using AdvRec.Cli.Running;

namespace AdvRec.Cli.Commands;

/// <summary>Compiles to machine code what every notebook's process would else compile again; the next build takes it.</summary>
internal static class AheadOfTime
{
    /// <summary>Starts it, unless it was tried since the packages changed. It goes on when this program has ended.</summary>
    public static bool TryStart()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true" || Repository.OfThisProgram() is not { } course)
            return false;
        var log = Path.Combine(course, "lib", "artifacts", "ahead-of-time.log");
        if (File.GetLastWriteTimeUtc(log) > File.GetLastWriteTimeUtc(Path.Combine(course, "lib", "Directory.Packages.props")))
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
