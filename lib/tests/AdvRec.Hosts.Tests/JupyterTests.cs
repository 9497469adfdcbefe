using AdvRec.Testing;

namespace AdvRec.Hosts.Tests;

/// <summary>Every notebook on the .NET kernel of Jupyter and of VS Code's Jupyter extension. One after the other: two kernels that start in the same second take each other's port.</summary>
[Collection(nameof(JupyterTests))]
public sealed class JupyterTests : IClassFixture<JupyterTests.Executed>
{
    private readonly ReportFixture _report;
    private readonly Executed _executed;

    public JupyterTests(ReportFixture report, Executed executed)
    {
        Needed.Jupyter();
        (_report, _executed) = (report, executed);
    }

    public static TheoryData<string> Notebooks => ReplTests.Notebooks;

    [Theory, MemberData(nameof(Notebooks))]
    public async Task Shows_what_the_report_shows(string name) =>
        Same.AsReport(await _report.IpynbAsync(name), await _executed.IpynbAsync(name));

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
        var executed = await _executed.IpynbAsync(name);
        await HostProgram.RunAsync(_report.At(""), new Dictionary<string, string>(), Places.Python, "-m", "nbconvert", "--to", "html", executed);

        await using var browser = await Browser.LaunchAsync();
        await using var opened = await browser.OpenAsync(Path.ChangeExtension(executed, ".html"), 1200);

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

    /// <summary>Notebooks that the kernel has executed, each once for all tests that look at them.</summary>
    public sealed class Executed(ReportFixture report)
    {
        private readonly Dictionary<string, Task<string>> _runs = [];

        internal Task<string> IpynbAsync(string name) => _runs.TryGetValue(name, out var run) ? run : _runs[name] = RunAsync(name);

        private async Task<string> RunAsync(string name)
        {
            var target = report.At($"jupyter-{name}.ipynb");
            await Hosts.JupyterAsync(await report.IpynbAsync(name), target);
            return target;
        }
    }
}
