using AdvRec.Cli.Tests.Browser;
using AdvRec.Data;

namespace AdvRec.Cli.Tests.Course;

/// <summary>The hands-on as a reader gets it: run on the shipped data, its page opened without network.</summary>
public sealed class HandsOnNotebookTests(CourseReports reports, BrowserFixture browser)
{
    [Fact]
    public async Task Every_plot_is_drawn_without_network_and_without_complaint()
    {
        await using var opened = await browser.OpenAsync((await reports.OnAsync(Datasets.Shipped)).Page("hands-on"));
        await opened.Page.WaitForFunctionAsync("() => document.querySelectorAll('.advrec-plot .main-svg').length >= 4");

        var figures = opened.Page.Locator(".advrec-plot");
        Assert.Equal(4, await figures.CountAsync());
        for (var figure = 0; figure < 4; figure++)
        {
            Assert.True(await figures.Nth(figure).Locator("svg.main-svg").CountAsync() > 0);
            Assert.True(await figures.Nth(figure).Locator("table tbody tr").CountAsync() > 0);
        }

        Assert.Empty(opened.Requests);
        Assert.Empty(opened.Errors);
    }

    [Fact]
    public async Task The_attack_costs_more_than_random_noise_by_every_measure()
    {
        var text = await TextAsync();
        foreach (var measure in (string[])["HR@100", "nDCG@100", "AUC"])
            Assert.Contains($"The attack costs more than random noise of the same size ({measure}): yes", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_question_is_answered_by_every_measure_with_an_interval()
    {
        var text = await TextAsync();
        foreach (var question in (string[])
            [
                "The attack costs less than before the defence",
                "The attack costs less than with plain epochs instead",
                "The attack costs less than with plain epochs and rows as long",
                "The ranking is better than before the defence",
                "The ranking is better than with plain epochs instead",
            ])
        {
            foreach (var measure in (string[])["HR@100", "nDCG@100", "AUC"])
                Assert.Matches($@"{question} \({measure}\): (yes|within noise|the opposite), (0\.0|[+−]\d)", text);
        }
    }

    private async Task<string> TextAsync() => (await reports.OnAsync(Datasets.Shipped)).Text("hands-on");
}
