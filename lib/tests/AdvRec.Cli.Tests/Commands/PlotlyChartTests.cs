using System.Text.Json.Nodes;
using AdvRec.Cli.Commands;
using AdvRec.Cli.Tests.Browser;
using Microsoft.Playwright;

namespace AdvRec.Cli.Tests.Commands;

/// <summary>Charts that readers make themselves, with Plotly.NET.</summary>
public sealed class PlotlyChartTests(PlotlyChartTests.Charts charts, BrowserFixture browser) : IClassFixture<PlotlyChartTests.Charts>
{
    private const string Drawn = "count => document.querySelectorAll('.advrec-plot [data-drawn=done] .main-svg .xtick').length > 0 && document.querySelectorAll('[data-drawn=done]').length === count";

    [Theory]
    [InlineData("own", 3)]
    [InlineData("with-the-course", 2)]
    public async Task They_are_drawn_without_network_by_the_one_plotly_js_of_the_page(string name, int plots)
    {
        Assert.True(charts.Result.ExitCode == 0, charts.Result.Error);
        await using var opened = await browser.OpenAsync(charts.Page(name));
        await WaitAsync(opened.Page, plots);

        Assert.Equal(1, await opened.Page.Locator("script[data-advrec]").CountAsync());
        Assert.Empty(opened.Requests);
        Assert.Empty(opened.Errors);
    }

    [Fact]
    public async Task They_are_as_wide_as_the_page_unless_they_say_otherwise()
    {
        await using var opened = await browser.OpenAsync(charts.Page("own"), 390);
        await WaitAsync(opened.Page, 3);

        Assert.Equal(390, await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        var widths = await opened.Page.Locator(".main-svg:first-child").EvaluateAllAsync<double[]>("all => all.map(svg => svg.getBoundingClientRect().width)");
        Assert.All(widths[..2], width => Assert.InRange(width, 200, 390));
        Assert.Equal(700, widths[2]);
    }

    [Fact]
    public async Task They_follow_a_dark_page_and_paper()
    {
        await using var opened = await browser.OpenAsync(charts.Page("own"), dark: true);
        await WaitAsync(opened.Page, 3);

        Assert.Equal("rgb(230, 232, 235)", await InkAsync(opened.Page));
        Assert.Equal(["rgba(0, 0, 0, 0)"], await opened.Page.Locator(".advrec-plot").First.Locator(".main-svg:first-child, .bg").EvaluateAllAsync<string[]>(
            "all => [...new Set(all.map(part => part.matches('svg') ? getComputedStyle(part).backgroundColor : part.style.fillOpacity === '0' ? 'rgba(0, 0, 0, 0)' : part.style.fill))]"));
        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.Equal("rgb(0, 0, 0)", await InkAsync(opened.Page));
    }

    [Fact]
    public void The_executed_notebook_holds_them_as_html_that_draws_itself()
    {
        var cells = JsonNode.Parse(File.ReadAllText(Path.ChangeExtension(charts.Page("own"), ".ipynb")))!["cells"]!.AsArray();
        var html = cells.SelectMany(cell => cell!["outputs"]!.AsArray()).Select(output => string.Concat(output!["data"]!["text/html"]!.AsArray())).ToList();

        Assert.Equal([true, true, true], html.Select(text => text.Contains("class=\"advrec-plot\"", StringComparison.Ordinal)));
        Assert.Equal([true, false, false], html.Select(text => text.Contains("data-advrec=\"plotly.js\"", StringComparison.Ordinal)));
        Assert.Contains("aria-label=\"Heights &amp; &lt;ages&gt;\"", html[1], StringComparison.Ordinal);
    }

    private static async Task WaitAsync(IPage page, int plots) => await page.WaitForFunctionAsync(Drawn, plots);

    private static Task<string> InkAsync(IPage page) => page.Locator(".xtick text").First.EvaluateAsync<string>("text => getComputedStyle(text).fill");

    /// <summary>One run of notebooks with charts.</summary>
    public sealed class Charts : IAsyncLifetime
    {
        private const string Packages = """
            #!csharp
            #r "nuget: Plotly.NET.Interactive, 6.0.0"
            #r "nuget: Plotly.NET.CSharp, 0.14.0"
            #!csharp
            using Plotly.NET.CSharp;
            var points = Chart.Point<double, double, string>(x: [1, 2, 3], y: [2, 1, 4]);
            points

            """;

        private readonly TemporaryFolder _folder = new();

        internal CommandProcess.Result Result { get; private set; } = null!;

        public string Page(string name) => _folder.At($"reports/{name}.html");

        public async ValueTask InitializeAsync()
        {
            _folder.Write("own.dib", Packages + """
                #!csharp
                var titled = new Plotly.NET.Layout();
                titled.SetProperty("title", "Heights & <ages>");
                Plotly.NET.GenericChart.addLayout(titled, Chart.Column<int, string, string>(values: [3, 5], Keys: (string[])["Ada", "Bo"])).Display();
                #!csharp
                Chart.Line<double, double, string>(x: [1, 2, 3], y: [4, 5, 7]).WithSize(Width: 700, Height: 300)
                """);
            _folder.Write("with-the-course.dib", $"""
                #!csharp
                #!import "{Path.Combine(Repository.Find(), "notebooks", "lib.dib")}"

                """ + Packages + """
                #!csharp
                Charts.HeatMap("Ours", "x", ["a", "b"], "y", ["r"], [[0, 100]], "v")
                """);
            Result = await CommandProcess.RunAsync(_folder.Path, "report", "own.dib", "with-the-course.dib");
        }

        public ValueTask DisposeAsync()
        {
            _folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
