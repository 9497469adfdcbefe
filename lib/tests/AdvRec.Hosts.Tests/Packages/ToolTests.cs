using System.Text.Json;
using AdvRec.Testing;

namespace AdvRec.Hosts.Tests.Packages;

/// <summary>The installed tool does what the command line of the checkout does.</summary>
public sealed class ToolTests(Feed feed)
{
    [Fact]
    public async Task A_new_course_runs_without_the_checkout()
    {
        var folder = feed.Empty("learner");
        await feed.ToolAsync(folder, "new", "course");
        var course = Path.Combine(folder, "course");
        var notebooks = Directory.GetFiles(course, "*.dib", SearchOption.AllDirectories);
        Assert.Equal(Places.All.Select(Path.GetFileName).Order(), notebooks.Select(Path.GetFileName).Order());
        Assert.All(notebooks, notebook => Assert.DoesNotContain("lib.dib", File.ReadAllText(notebook), StringComparison.Ordinal));

        await feed.ToolAsync(course, "report", "notebooks/03-attack.dib", "notebooks/solutions/03-attack-solutions.dib");

        Assert.Empty(Shown.In(Path.Combine(course, "reports", "03-attack.ipynb")).Errors);
        await using var browser = await Browser.LaunchAsync();
        await using var opened = await browser.OpenAsync(Path.Combine(course, "reports", "03-attack.html"), 1200);
        await opened.Page.WaitForFunctionAsync(
            "() => document.querySelector('.advrec-plot') && Array.from(document.querySelectorAll('.advrec-plot')).every(plot => plot.querySelector('[data-drawn=done] svg.main-svg'))");
    }

    [Fact]
    public async Task Solutions_can_be_left_out()
    {
        await feed.ToolAsync(feed.Empty("teacher"), "new", "course", "--no-solutions");

        Assert.False(Directory.Exists(feed.At("teacher/course/notebooks/solutions")));
        Assert.True(File.Exists(feed.At("teacher/course/notebooks/hands-on.dib")));
    }

    [Fact]
    public async Task The_check_reads_the_data_and_runs_a_cell_without_the_checkout()
    {
        await feed.ToolAsync(feed.Empty("checked"), "new", "course");

        var (exitCode, output, _) = await HostProgram.EndAsync(feed.At("checked/course"), await feed.EnvironmentAsync(), feed.At("tools/advrec"), "check");

        Assert.Contains("671 users", output, StringComparison.Ordinal);
        Assert.Matches(@"ran in \d", output);
        Assert.Contains("no notebook extension in VS Code", output, StringComparison.Ordinal);
        Assert.InRange(exitCode, 0, 1);
    }

    [Fact]
    public async Task The_hands_on_has_the_numbers_of_the_checkout()
    {
        string[] arguments = ["handson", "--dataset", "movielens-small", "--json"];

        var packed = await feed.ToolAsync(feed.Empty("anywhere"), arguments);
        var built = await HostProgram.RunAsync(
            Places.Repository, new Dictionary<string, string> { ["ADVREC_DATA"] = "" }, "dotnet", [Path.Combine(Places.Built("AdvRec.Cli"), "AdvRec.Cli.dll"), .. arguments]);

        Assert.Equal(Parameters(built), Parameters(packed));
    }

    [Fact]
    public async Task Data_is_prepared_and_found_beside_the_course()
    {
        var folder = feed.Empty("data-learner");
        await feed.ToolAsync(folder, "new", "course");
        var course = Path.Combine(folder, "course");
        await File.WriteAllLinesAsync(Path.Combine(course, "own.csv"), Enumerable.Range(0, 40).Select(row => $"u{row % 8},i{(row + (row / 8)) % 10},5,{row}"));
        await feed.ToolAsync(course, "data", "prepare", "own.csv", "--output", "data/own");

        var listed = await feed.ToolAsync(Path.Combine(course, "notebooks"), "data", "list");

        Assert.Matches("(?m)^  own +../data/own\r?$", listed);
        Assert.Contains("  movielens-small ", listed, StringComparison.Ordinal);
    }

    private static string? Parameters(string json) => JsonDocument.Parse(json).RootElement.GetProperty("parametersSha256").GetString();
}
