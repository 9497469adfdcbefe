using AdvRec.Testing;

namespace AdvRec.Hosts.Tests;

/// <summary>Every notebook on the .NET kernel of Jupyter and of VS Code's Jupyter extension. One after the other: two kernels that start in the same second take each other's port.</summary>
[Collection(nameof(JupyterTests))]
public sealed class JupyterTests
{
    private readonly ReportFixture _report;

    public JupyterTests(ReportFixture report)
    {
        Needed.Jupyter();
        _report = report;
    }

    public static TheoryData<string> Notebooks => ReplTests.Notebooks;

    [Theory, MemberData(nameof(Notebooks))]
    public async Task Shows_what_the_report_shows(string name)
    {
        var target = _report.At($"jupyter-{name}.ipynb");

        await Hosts.JupyterAsync(await _report.IpynbAsync(name), target);

        Same.AsReport(await _report.IpynbAsync(name), target);
    }

    [Fact]
    public async Task A_german_machine_and_a_second_run_in_the_same_kernel_change_no_number()
    {
        var target = _report.At("german.ipynb");

        await Hosts.JupyterAsync(await _report.IpynbAsync("03-attack"), target, times: 2, new Dictionary<string, string> { ["LANG"] = "de_DE.UTF-8", ["LC_ALL"] = "de_DE.UTF-8" });

        Same.AsReport(await _report.IpynbAsync("03-attack"), target, times: 2);
    }

    [Theory, InlineData("hands-on", 0), InlineData("03-attack", 2)]
    public async Task Nbconvert_s_page_draws_every_plot_and_its_figures_move_without_network(string name, int movable)
    {
        var target = _report.At("page.ipynb");
        await Hosts.JupyterAsync(await _report.IpynbAsync(name), target);
        await HostProgram.RunAsync(_report.At(""), new Dictionary<string, string>(), Places.Python, "-m", "nbconvert", "--to", "html", target);

        await using var browser = await Browser.LaunchAsync();
        await using var opened = await browser.OpenAsync(_report.At("page.html"), 1200);

        await opened.Page.WaitForFunctionAsync(
            "() => document.querySelector('.advrec-plot') && Array.from(document.querySelectorAll('.advrec-plot')).every(plot => plot.querySelector('[data-drawn=done] svg.main-svg'))");
        var figures = await opened.Page.Locator(".advrec-movable").AllAsync();
        Assert.Equal(movable, figures.Count);
        foreach (var figure in figures)
        {
            var before = await figure.Locator("p[aria-live]").TextContentAsync();
            await figure.Locator("input").First.FillAsync("1");
            Assert.NotEqual(before, await figure.Locator("p[aria-live]").TextContentAsync());
        }
    }
}
