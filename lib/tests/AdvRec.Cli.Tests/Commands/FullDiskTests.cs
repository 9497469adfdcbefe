using System.Diagnostics;
using AdvRec.Cli.Commands;

namespace AdvRec.Cli.Tests.Commands;

public sealed class FullDiskTests
{
    // What is to become the page leads to the device that is always full; exec keeps the process id, which is part of its name.
    private const string Fill = "ln -s /dev/full \".writing-$$-long.html\"; exec \"$0\" \"$@\"";

    [Fact]
    public async Task A_page_that_does_not_fit_gives_one_line_and_exit_code_2_and_leaves_the_old_one()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This system has no device /dev/full.");
        using var folder = new TemporaryFolder();
        folder.Write("long.dib", "#!csharp\nnew string('x', 300_000)");
        folder.Write("long.html", "old");

        var command = CommandProcess.StartInfo(typeof(ReportCommand).Assembly.Location, folder.Path, "report", "long.dib", "--output", ".");
        var start = new ProcessStartInfo("bash", ["-c", Fill, command.FileName, .. command.ArgumentList])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var result = await CommandProcess.EndAsync(process);

        Assert.Equal($"advrec: {folder.At("long.html")}: cannot be written (No space left on device). Make room there, or choose another folder.\n", result.Error);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("old", File.ReadAllText(folder.At("long.html")));
        Assert.DoesNotContain(Directory.GetFileSystemEntries(folder.Path), path => path.Contains("writing", StringComparison.Ordinal));
    }
}
