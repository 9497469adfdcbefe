using AdvRec.Notebooks.Html;
using AdvRec.Testing;
using Microsoft.Playwright;

namespace AdvRec.Notebooks.Tests;

/// <summary>Figures on pages of a real browser, offline: what a reader sees.</summary>
public sealed class DrawnTests(DrawnTests.Pages pages) : IClassFixture<DrawnTests.Pages>
{
    /// <summary>Stands in for the loader that Polyglot injects: it takes every UMD script that looks for it as a module.</summary>
    private const string RequireJs = "<script>window.define = function () { }; window.define.amd = {}; window.require = function () { };</script>";

    /// <summary>Texts of the drawing that stick out of it, and pairs that lie on each other.</summary>
    private const string BadTexts =
        """
        () => Array.from(document.querySelectorAll('[data-drawn]')).flatMap(place => {
            const frame = place.getBoundingClientRect();
            const texts = Array.from(place.querySelectorAll('svg text')).filter(t => t.textContent.trim())
                .map(t => ({ text: t.textContent, box: t.getBoundingClientRect() })).filter(t => t.box.width > 0);
            const outside = texts.filter(({ box }) => box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1);
            const pairs = texts.flatMap((a, i) => texts.slice(i + 1)
                .filter(b => Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left) > 1
                    && Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top) > 3)
                .map(b => a.text + ' on ' + b.text));
            return outside.map(t => 'outside: ' + t.text).concat(pairs);
        })
        """;

    [Theory]
    [InlineData("", 1200)]
    [InlineData("", 390)]
    [InlineData(RequireJs, 1200)]
    public async Task Every_figure_is_drawn_without_error_request_or_texts_in_each_other_s_way(string head, int width)
    {
        var session = new PlotSession();
        Plot[] plots =
        [
            Samples.TwoModels(),
            Charts.MetricDrops(Samples.Result(3), Samples.Result(1.3)),
            Charts.Loss(Samples.Epochs()),
            Charts.Loss(Samples.Epochs(plain: 30, adversarial: 20)),
        ];
        await using var page = await pages.OpenAsync(head, plots.Select(p => p.ToHtml(session)), width);

        await WaitUntilDrawn(page.Page, plots.Length);

        Assert.Empty(await page.Page.EvaluateAsync<string[]>(BadTexts));
        Assert.Empty(page.Errors);
        Assert.Empty(page.Requests);
    }

    [Fact]
    public async Task Texts_of_others_show_as_they_are_and_do_nothing()
    {
        var session = new PlotSession();
        var plots = Samples.HostileTexts.Select(t => Samples.TwoModels(first: t, second: t[..4], title: t)).ToArray();
        await using var page = await pages.OpenAsync("<script>window.alert = function () { window.attacked = true; };</script>", plots.Select(p => p.ToHtml(session)), 1200);

        await WaitUntilDrawn(page.Page, plots.Length);

        Assert.Equal(Samples.HostileTexts, await page.Page.Locator("figcaption").EvaluateAllAsync<string[]>("all => all.map(c => c.textContent)"));
        Assert.Equal(0, await page.Page.Locator("figure img, figure [data-drawn] a[*|href^='javascript']").CountAsync());
        Assert.Contains("<img", await page.Page.Locator("figure").First.Locator(".xtick").First.TextContentAsync(), StringComparison.Ordinal);
        Assert.False(await page.Page.EvaluateAsync<bool>("window.attacked === true"));
        Assert.Empty(page.Errors);
        Assert.Empty(page.Requests);
    }

    [Fact]
    public async Task A_figure_that_runs_before_the_script_waits_for_it()
    {
        var session = new PlotSession();
        var first = Samples.TwoModels().ToHtml(session);
        var second = Charts.Loss(Samples.Epochs()).ToHtml(session);
        await using var page = await pages.OpenAsync("", [second, first], 1200);

        await WaitUntilDrawn(page.Page, 2);
    }

    [Fact]
    public async Task A_figure_whose_script_never_comes_says_what_to_do()
    {
        var session = new PlotSession();
        session.Show("a figure on no page");
        await using var page = await pages.OpenAsync("", [Charts.Loss(Samples.Epochs()).ToHtml(session)], 1200);

        await page.Page.GetByText("run the first cell that shows a plot again").WaitForAsync(new() { Timeout = 60_000 });
    }

    [Fact]
    public async Task Text_and_error_bars_take_the_colour_of_the_page()
    {
        await using var page = await pages.OpenAsync("<style>body { background: #111; color: rgb(221, 221, 221) }</style>", [Samples.TwoModels().ToHtml(new PlotSession())], 1200);

        await WaitUntilDrawn(page.Page, 1);

        Assert.Equal("rgb(221, 221, 221)", await page.Page.Locator(".xtick text").First.EvaluateAsync<string>("t => getComputedStyle(t).fill"));
        Assert.Equal("rgb(221, 221, 221)", await page.Page.Locator(".yerror").First.EvaluateAsync<string>("t => getComputedStyle(t).stroke"));
    }

    private static async Task WaitUntilDrawn(IPage page, int figures) => await page.WaitForFunctionAsync(
        "count => document.querySelectorAll('[data-drawn=\"done\"] svg.main-svg .xtick').length >= count && document.querySelectorAll('[data-drawn=\"done\"]').length === count",
        figures, new() { Timeout = 120_000 });

    /// <summary>One browser for all tests of the class.</summary>
    public sealed class Pages : IAsyncLifetime
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("advrec-figures-").FullName;
        private Browser? _browser;

        public async ValueTask InitializeAsync() => _browser = Browser.Missing is null ? await Browser.LaunchAsync() : null;

        public async Task<OfflinePage> OpenAsync(string head, IEnumerable<string> fragments, int width)
        {
            Assert.SkipWhen(Browser.Missing is not null, Browser.Missing ?? "");
            var file = Path.Combine(_folder, $"{Guid.NewGuid()}.html");
            await File.WriteAllTextAsync(file, $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Figures</title>{head}</head><body>{string.Join('\n', fragments)}</body></html>");
            return await _browser!.OpenAsync(file, width);
        }

        public async ValueTask DisposeAsync()
        {
            if (_browser is not null) await _browser.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
