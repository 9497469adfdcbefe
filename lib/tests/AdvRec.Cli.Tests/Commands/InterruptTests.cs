using System.Diagnostics;
using System.Globalization;
using AdvRec.Cli.Tests.Execution;

namespace AdvRec.Cli.Tests.Commands;

public sealed class InterruptTests
{
    [Fact]
    public async Task Ctrl_C_ends_the_notebooks_and_leaves_nothing_half_written()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to send to another console.");
        using var folder = new TemporaryFolder();
        folder.Write("slow.dib", $"#!csharp\nSystem.IO.File.WriteAllText(\"{folder.At("child")}\", Environment.ProcessId.ToString());\nawait Task.Delay(-1);");

        using var process = CommandProcess.StartInterruptible(folder.Path, "report", "slow.dib", "--output", "reports");
        using var child = Process.GetProcessById(int.Parse(await ReadWhenThereAsync(folder.At("child")), CultureInfo.InvariantCulture));
        await InterruptAsync(process);

        Assert.False(Directory.Exists(folder.At("reports")));
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Ctrl_C_ends_a_restore_and_leaves_nothing_of_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to send to another console.");
        using var feed = new SilentFeed();
        using var folder = new TemporaryFolder();
        folder.Write("packages.dib", feed.Cell);

        using var process = CommandProcess.StartInterruptible(folder.Path, "report", "packages.dib", "--output", "reports");
        await using var question = await feed.AskedAsync();
        Assert.Single(feed.Leftovers);
        await InterruptAsync(process);

        Assert.False(Directory.Exists(folder.At("reports")));
        Assert.Empty(feed.Leftovers);
        // Whoever asked is gone, too.
        await question.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_notebook_ends_when_the_command_line_is_killed()
    {
        using var folder = new TemporaryFolder();
        folder.Write("slow.dib", $"#!csharp\nSystem.IO.File.WriteAllText(\"{folder.At("child")}\", Environment.ProcessId.ToString());\nawait Task.Delay(-1);");

        using var process = CommandProcess.Start(folder.Path, "report", "slow.dib", "--output", "reports");
        using var child = Process.GetProcessById(int.Parse(await ReadWhenThereAsync(folder.At("child")), CultureInfo.InvariantCulture));
        process.Kill();
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(child.HasExited);
    }

    private static async Task InterruptAsync(Process process)
    {
        await CommandProcess.InterruptAsync(process);
        var result = await CommandProcess.EndAsync(process);

        Assert.Equal(130, result.ExitCode);
        Assert.Equal("advrec: Interrupted; nothing half-written is left.\n", result.Error);
    }

    private static async Task<string> ReadWhenThereAsync(string path)
    {
        while (true)
        {
            if (File.Exists(path) && await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken) is { Length: > 0 } text)
                return text;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
