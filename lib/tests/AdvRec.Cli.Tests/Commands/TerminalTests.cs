using System.Diagnostics;
using System.Text.RegularExpressions;
using AdvRec.Cli.Commands;

namespace AdvRec.Cli.Tests.Commands;

/// <summary>The command line on a terminal, which `script` plays: no line is wider than it, else bars scroll instead of being overwritten.</summary>
public sealed partial class TerminalTests
{
    private const string Name = "a-notebook-whose-name-alone-is-wider-than-a-narrow-terminal-and-than-the-usual-one-too";

    [Theory]
    [InlineData(30, 24, "xterm")]
    [InlineData(40, 24, "xterm")]
    [InlineData(59, 24, "xterm")]
    [InlineData(80, 3, "xterm")]
    [InlineData(80, 24, "dumb")]
    public async Task Where_bars_do_not_fit_a_line_names_the_page(int columns, int rows, string terminal)
    {
        var output = await ReportAsync(columns, rows, terminal);

        Assert.DoesNotMatch(UpAgain(), output);
        Assert.Contains($"-> reports/{Name}.html\n", output.Replace("\r", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    public async Task Where_they_do_none_is_wider_than_the_terminal_and_the_last_line_names_the_index(int columns)
    {
        var output = await ReportAsync(columns, 24, "xterm");
        var lines = ControlSequence().Replace(output, "").Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

        Assert.Matches(UpAgain(), output);
        Assert.All(lines.TakeWhile(line => !line.StartsWith("The pages:", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 0, columns));
        Assert.EndsWith(" reports/index.html", lines[^1].TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Reading ratings.csv", 10, "Reading r")]
    [InlineData("Reading", 80, "Reading")]
    [InlineData("Reading 評価.csv", 12, "Reading 評")]
    public void A_line_is_cut_where_the_terminal_would_go_on_to_the_next(string line, int columns, string fitting) =>
        Assert.Equal(fitting, Terminal.Fit(line, columns));

    private static async Task<string> ReportAsync(int columns, int rows, string terminal)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists("/usr/bin/script"), "There is no program `script` of util-linux to play a terminal.");
        using var folder = new TemporaryFolder();
        folder.Write($"{Name}.dib", "#!csharp\n1");
        var command = CommandProcess.StartInfo(typeof(ReportCommand).Assembly.Location, folder.Path);
        var start = new ProcessStartInfo("/usr/bin/script", ["-qec", $"stty cols {columns} rows {rows}; exec \"$ADVREC_HOST\" \"$ADVREC_PROGRAM\" report {Name}.dib", "/dev/null"])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TERM"] = terminal, ["ADVREC_HOST"] = command.FileName, ["ADVREC_PROGRAM"] = command.ArgumentList[0] },
        };
        using var process = Process.Start(start)!;
        var result = await CommandProcess.EndAsync(process);

        Assert.Equal(0, result.ExitCode);
        return result.Output;
    }

    [GeneratedRegex("\u001b\\[[0-9]*A")]
    private static partial Regex UpAgain();

    [GeneratedRegex("\u001b(\\[[0-9;?]*[A-Za-z]|[=>])", RegexOptions.ExplicitCapture)]
    private static partial Regex ControlSequence();
}
