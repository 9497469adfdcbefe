using AdvRec.Cli.Commands;
using AdvRec.Cli.Tests.Browser;
using AdvRec.Runner.Notebooks;

namespace AdvRec.Cli.Tests.Course;

/// <summary>The hands-on as a reader gets it: run on the shipped data, its page opened without network.</summary>
public sealed class HandsOnNotebookTests(HandsOnReport report, BrowserFixture browser) : IClassFixture<HandsOnReport>
{
    [Fact]
    public void Every_cell_runs() => Assert.Equal((0, ""), (report.Result.ExitCode, report.Result.Error));

    [Fact]
    public async Task Every_plot_is_drawn_without_network_and_without_complaint()
    {
        await using var opened = await browser.OpenAsync(report.Page);
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
    public void The_attack_costs_more_than_random_noise_by_every_measure()
    {
        foreach (var measure in (string[])["HR@100", "nDCG@100", "AUC"])
            Assert.Contains($"The attack costs more than random noise of the same size ({measure}): yes", report.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_question_is_answered_by_every_measure_with_an_interval()
    {
        foreach (var question in (string[])
            [
                "The attack costs less than before the defence",
                "The attack costs less than with plain epochs instead",
                "The attack costs less than with plain epochs and factors as long",
                "The ranking is better than before the defence",
                "The ranking is better than with plain epochs instead",
            ])
        {
            foreach (var measure in (string[])["HR@100", "nDCG@100", "AUC"])
                Assert.Matches($@"{question} \({measure}\): (yes|within noise|the opposite), [+−]\d", report.Text);
        }
    }

    [Fact]
    public void No_cell_uses_what_one_of_the_hosts_does_not_take()
    {
        foreach (var path in Repository.Notebooks())
        {
            var cells = Notebook.Load(path).Cells;
            Assert.Equal("#!import ./lib.dib", cells.First(cell => cell.IsCode).Text.Trim());
            Assert.All(cells.Skip(1).Where(cell => cell.IsCode && cell.Text.Trim() != "#!import ./lib.dib"), cell => Assert.DoesNotMatch(@"^#!|Console\.Error|(^|[^.\w])(display|HTML)\(|DisplayAs", cell.Text));
            Assert.All(cells.Where(cell => !cell.IsCode), cell => Assert.DoesNotMatch(@"(?<!\w)@\w|\$\$|```mermaid", cell.Text));
        }
    }
}
