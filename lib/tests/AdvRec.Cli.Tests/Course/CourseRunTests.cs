using System.Text.RegularExpressions;
using AdvRec.Cli.Tests.Browser;
using AdvRec.Data;
using Deque.AxeCore.Playwright;

namespace AdvRec.Cli.Tests.Course;

/// <summary>The course as its readers get it, on every data set that is here.</summary>
public sealed class CourseRunTests(CourseReports reports, BrowserFixture browser)
{
    public static MatrixTheoryData<string, string> Notebooks => new(CourseReports.Names, Names(CourseFiles.Notebooks));

    public static MatrixTheoryData<string, string> Solutions => new(CourseReports.Names, Names(CourseFiles.Solutions));

    public static TheoryData<string> Pages => [.. Names([.. CourseFiles.Notebooks, .. CourseFiles.Solutions])];

    [Theory, InlineData("movielens-small"), InlineData("movielens-500")]
    public async Task Every_cell_runs(string dataset)
    {
        var report = await reports.OnAsync(dataset);

        Assert.True(report.Result.ExitCode == 0, report.Result.Error);
        Assert.Empty(report.Result.Error);
    }

    [Theory, MemberData(nameof(Notebooks))]
    public async Task Untouched_every_exercise_waits_for_its_answer(string dataset, string name)
    {
        var text = (await reports.OnAsync(dataset)).Text(name);

        Assert.True(Regex.Count(text, @"^○ Exercise \d.*: nothing to check yet", RegexOptions.Multiline) >= 2, text);
        Assert.DoesNotMatch("[✓✗] Exercise", text);
    }

    [Theory, MemberData(nameof(Solutions))]
    public async Task Every_solution_is_right(string dataset, string name)
    {
        var text = (await reports.OnAsync(dataset)).Text(name);

        Assert.True(Regex.Count(text, "✓ Exercise") >= 2, text);
        Assert.DoesNotMatch("[○✗] Exercise", text);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Every_figure_is_drawn_without_network_complaint_or_barrier_and_no_code_is_cut(string name)
    {
        var report = await reports.OnAsync(Datasets.Shipped);
        await using var opened = await browser.OpenAsync(report.Page(name));
        await opened.Page.WaitForFunctionAsync("() => Array.from(document.querySelectorAll('.advrec-plot')).every(plot => plot.querySelector('[data-drawn=done] svg.main-svg'))");

        var axe = await opened.Page.RunAxe();

        Assert.Empty(opened.Requests);
        Assert.Empty(opened.Errors);
        Assert.Empty(axe.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
        await opened.Page.SetViewportSizeAsync(1280, 900);
        Assert.Empty(await opened.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('pre')].filter(pre => pre.scrollWidth > pre.clientWidth).map(pre => pre.textContent)"));
        var figures = await opened.Page.EvaluateAsync<int[]>("() => [...document.querySelectorAll('.advrec-movable')].map(figure => new Blob([figure.outerHTML]).size)");
        Assert.All(figures, size => Assert.InRange(size, 1, 400_000));
        await opened.Page.SetViewportSizeAsync(390, 844);
        Assert.Equal(390, await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    private static IEnumerable<string> Names(IEnumerable<string> paths) => paths.Select(path => Path.GetFileNameWithoutExtension(path));
}
