using System.Text.RegularExpressions;
using AdvRec.Notebooks.Html;
using AdvRec.Testing;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
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
    [InlineData("", 320)]
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
            .. Samples.EveryKind(),
            Charts.HeatMap("Large", "column", [.. Enumerable.Range(0, 8).Select(i => $"c{i}")], "row", [.. Enumerable.Range(0, 8).Select(i => $"row number {i}")],
                [.. Enumerable.Range(0, 8).Select(i => Enumerable.Range(0, 8).Select(j => -10.5 * i * j).ToArray())], "value"),
            Charts.HeatMap("Larger", "column", [.. Enumerable.Range(0, 40).Select(i => $"c{i}")], "row", [.. Enumerable.Range(0, 30).Select(i => $"row number {i}")],
                [.. Enumerable.Range(0, 30).Select(i => Enumerable.Range(0, 40).Select(j => (double)(i * j)).ToArray())], "value"),
        ];
        await using var page = await pages.OpenAsync(head, plots.Select(p => p.ToHtml(session)), width);

        await WaitUntilDrawn(page.Page, plots.Length);

        Assert.Empty(await page.Page.EvaluateAsync<string[]>(BadTexts));
        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page scrolls sideways.");
        Assert.Empty(page.Errors);
        Assert.Empty(page.Requests);
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Points_that_no_line_connects_are_marked_one_and_all(bool isConnected, int lines)
    {
        var curve = Curve.Of("single", Enumerable.Range(0, 60).Select(x => ((double)x, Math.Sin(x)))) with { IsConnected = isConnected };
        await using var page = await pages.OpenAsync("", [Charts.Curves("Title", "x", "y", curve).ToHtml(new PlotSession())], 1200);

        await WaitUntilDrawn(page.Page, 1);

        Assert.Equal(lines, await page.Page.Locator(".scatterlayer .js-line").CountAsync());
        var marks = await page.Page.Locator(".scatterlayer .point:visible").CountAsync();
        Assert.True(isConnected ? marks < 60 : marks == 60, $"{marks} marks");
    }

    private static readonly int[] s_widths = [1200, 320];

    public static MatrixTheoryData<string, int> HostileTexts => new(Samples.HostileTexts, s_widths);

    [Theory, MemberData(nameof(HostileTexts))]
    public async Task Names_of_others_keep_their_place_in_every_figure_and_do_nothing(string hostile, int width)
    {
        var session = new PlotSession();
        var plots = Samples.EveryKind(hostile, hostile);
        await using var page = await pages.OpenAsync("<script>window.alert = function () { window.attacked = true; };</script>", plots.Select(p => p.ToHtml(session)), width);

        await WaitUntilDrawn(page.Page, plots.Length);

        Assert.Empty(await page.Page.EvaluateAsync<string[]>(BadTexts));
        Assert.Equal(0, await page.Page.Locator("figure img, figure [data-drawn] a[*|href^='javascript']").CountAsync());
        Assert.False(await page.Page.EvaluateAsync<bool>("window.attacked === true"));
        Assert.Empty(page.Errors);
        Assert.Empty(page.Requests);
    }

    [Fact]
    public async Task A_figure_fits_the_page_again_when_its_width_changes()
    {
        var session = new PlotSession();
        await using var page = await pages.OpenAsync("", Samples.EveryKind().Select(p => p.ToHtml(session)), 1200);
        await WaitUntilDrawn(page.Page, 5);

        await page.Page.SetViewportSizeAsync(320, 900);
        await page.Page.WaitForFunctionAsync("() => Array.from(document.querySelectorAll('svg.main-svg')).every(svg => svg.getBoundingClientRect().right <= innerWidth)");

        Assert.Empty(await page.Page.EvaluateAsync<string[]>(BadTexts));
    }

    [Fact]
    public async Task Four_curves_differ_in_colour_dash_and_marker()
    {
        await using var page = await pages.OpenAsync("", [Samples.Curves().ToHtml(new PlotSession())], 1200);
        await WaitUntilDrawn(page.Page, 1);

        var lines = page.Page.Locator(".legendlines path.js-line");
        Assert.Equal(5, (await lines.EvaluateAllAsync<string[]>("all => all.map(l => l.style.strokeDasharray || 'none')")).Distinct().Count());
        Assert.Equal(5, (await lines.EvaluateAllAsync<string[]>("all => all.map(l => l.style.stroke)")).Distinct().Count());
        Assert.Equal(4, (await page.Page.Locator(".legendsymbols path.scatterpts").EvaluateAllAsync<string[]>("all => all.map(p => p.getAttribute('d'))")).Distinct().Count());
        Assert.Equal(3, await page.Page.Locator("pattern").CountAsync());
    }

    [Fact]
    public async Task Numbers_in_cells_are_black_on_light_and_white_on_dark()
    {
        var plot = Charts.HeatMap("t", "x", ["a", "b", "c"], "y", ["r"], [[0, double.NaN, 100]], "v", decimals: 0);
        await using var page = await pages.OpenAsync("<style>body { background: #111; color: #ddd }</style>", [plot.ToHtml(new PlotSession())], 1200);
        await WaitUntilDrawn(page.Page, 1);

        var texts = page.Page.Locator(".annotation-text");
        Assert.Equal(["0", "100", "v"], await texts.EvaluateAllAsync<string[]>("all => all.map(t => t.textContent)"));
        Assert.Equal(["rgb(255, 255, 255)", "rgb(0, 0, 0)", "rgb(221, 221, 221)"], await texts.EvaluateAllAsync<string[]>("all => all.map(t => getComputedStyle(t).fill)"));
    }

    [Fact]
    public async Task Lines_and_text_follow_when_the_page_changes_its_colours_or_width()
    {
        await using var page = await pages.OpenAsync("<style>body { background: #111; color: #ddd }</style>", [Charts.Differences("t", Samples.Findings()).ToHtml(new PlotSession())], 1200);
        await WaitUntilDrawn(page.Page, 1);
        var width = await page.Page.EvaluateAsync<int>("() => document.querySelector('.main-svg').clientWidth");

        await page.Page.EvaluateAsync("() => { document.body.style.color = 'rgb(0, 0, 0)'; document.body.style.background = '#fff'; }");
        await page.Page.SetViewportSizeAsync(500, 800);
        await page.Page.WaitForFunctionAsync("width => document.querySelector('.main-svg').clientWidth < width", width);

        string[] colours = await page.Page.EvaluateAsync<string[]>("() => [['.xerror', 'stroke'], ['.xzl', 'stroke'], ['.xtick text', 'fill'], ['.annotation-text', 'fill']].map(([part, name]) => getComputedStyle(document.querySelector(part))[name])");
        Assert.All(colours, colour => Assert.Equal("rgb(0, 0, 0)", colour));
    }

    [Fact]
    public async Task A_difference_within_noise_has_an_open_dot_and_says_so()
    {
        await using var page = await pages.OpenAsync("<style>body { background: #111; color: rgb(221, 221, 221) }</style>", [Charts.Differences("t", Samples.Findings()).ToHtml(new PlotSession())], 400);
        await WaitUntilDrawn(page.Page, 1);

        Assert.Equal(["filled", "filled", "open"], await page.Page.Locator("path.point").EvaluateAllAsync<string[]>("all => all.map(p => getComputedStyle(p).fill === 'none' ? 'open' : 'filled')"));
        Assert.Equal(["yes", "the opposite", "within noise"], (await page.Page.Locator(".annotation-text").AllTextContentsAsync()).TakeLast(3));
        Assert.Equal("rgb(221, 221, 221)", await page.Page.Locator(".xerror").First.EvaluateAsync<string>("e => getComputedStyle(e).stroke"));
        Assert.Equal("rgb(221, 221, 221)", await page.Page.Locator(".xzl").First.EvaluateAsync<string>("e => getComputedStyle(e).stroke"));
    }

    [Fact]
    public async Task A_label_shows_when_pointed_at()
    {
        var plot = Charts.Scatter("t", "x", "y", new PointGroup("g", [new(0, 0, "zero"), new(1, 1, Samples.Hostile), new(2, 2, "two")]));
        await using var page = await pages.OpenAsync("", [plot.ToHtml(new PlotSession())], 1200);
        await WaitUntilDrawn(page.Page, 1);

        await page.Page.Locator("path.point").Nth(1).HoverAsync(new() { Force = true });
        await page.Page.Locator(".hovertext").WaitForAsync();

        Assert.Contains("<img", await page.Page.Locator(".hovertext").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Page.Locator("figure img").CountAsync());
    }

    [Theory]
    [InlineData("background: #fff; color: #1c1e21")]
    [InlineData("background: #16181c; color: #e6e8eb")]
    public async Task Axe_finds_no_violation_on_light_and_dark_pages(string style)
    {
        var session = new PlotSession();
        string[] fragments =
        [
            "<main><h1>Figures</h1>",
            .. Samples.EveryKind().Select(p => p.ToHtml(session)),
            Tables.Recommended(Samples.Films(), new FixedScores(9, 8, 3, 2, 1, 0), user: 0).ToHtml(),
            Exercise.CheckTrue("Exercise 1", false, "Yes.", "Not so.").ToHtml(),
            "</main>",
        ];
        await using var page = await pages.OpenAsync($"<style>body {{ {style} }}</style>", fragments, 400);
        await WaitUntilDrawn(page.Page, 5);
        await page.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");

        var result = await page.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });

        Assert.Empty(result.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(", ", v.Nodes.Select(n => n.Html))}"));
    }

    [Fact]
    public async Task A_wide_table_scrolls_in_its_own_box_by_keyboard()
    {
        var table = Tables.Of("Wide", [.. Enumerable.Range(0, 20).Select(i => $"column {i}")], [[.. Enumerable.Range(0, 20).Cast<object?>()]]);
        await using var page = await pages.OpenAsync("", [table.ToHtml()], 320);

        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await page.Page.WaitForFunctionAsync("() => document.activeElement.getAttribute('role') === 'region' && document.activeElement.scrollLeft > 0");

        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
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
    public async Task A_figure_whose_script_never_comes_says_what_to_do_and_is_drawn_once_that_is_done()
    {
        var session = new PlotSession();
        session.Bring();
        await using var page = await pages.OpenAsync("", [Charts.Loss(Samples.Epochs()).ToHtml(session)], 1200);
        await page.Page.GetByText("It comes with the cell that imports lib.dib: run that cell again").WaitForAsync(new() { Timeout = 60_000 });

        await page.Page.AddScriptTagAsync(new() { Content = Regex.Replace(new PlotScript().ToHtml(), "</?script[^>]*>", "") });

        await WaitUntilDrawn(page.Page, 1);
    }

    [Fact]
    public async Task Figures_of_a_saved_notebook_survive_when_any_cell_but_the_import_is_edited_run_again_or_cleared()
    {
        var import = new PlotScript().ToHtml();
        var (before, after) = (new PlotSession(), new PlotSession());
        before.Bring();
        after.Bring();
        string[] saved = [.. Samples.EveryKind().Select(plot => plot.ToHtml(before))];
        var edited = Samples.TwoModels(title: "Edited").ToHtml(after);
        Assert.All(saved, output => Assert.DoesNotContain(PackedScript.Mark, output, StringComparison.Ordinal));

        foreach (var outputs in (string[][])[[import, edited, .. saved[1..]], [import, .. saved[1..]], [import, import, .. saved]])
        {
            await using var page = await pages.OpenAsync("", outputs, 1200);
            await WaitUntilDrawn(page.Page, outputs.Count(output => output != import));
            Assert.Empty(page.Errors);
        }
    }

    [Fact]
    public async Task Where_a_host_takes_scripts_and_styles_away_tables_are_readable_and_plots_say_what_they_need()
    {
        var session = new PlotSession();
        string[] outputs =
        [
            new PlotScript().ToHtml(),
            Samples.TwoModels().ToHtml(session),
            Tables.Of("Names alone", ["film", "kind"], [["Emma", "novel"]], textColumns: 2).ToHtml(),
        ];
        // Their contents stay where the element is not known, as with noscript.
        var untrusted = outputs.Select(output => Regex.Replace(Regex.Replace(output, "<(script|style).*?</\\1>| style=\"[^\"]*\"", "", RegexOptions.Singleline), "</?noscript>", ""));
        await using var page = await pages.OpenAsync("", untrusted, 1200);

        Assert.True(await page.Page.GetByText("trust this notebook").IsVisibleAsync());
        Assert.False(await page.Page.Locator("details table").IsVisibleAsync());
        await page.Page.GetByText("The numbers as a table").ClickAsync();
        Assert.True(await page.Page.Locator("details table").IsVisibleAsync());
        Assert.Equal(0, await page.Page.Locator("tbody tr:not(:has(td))").CountAsync());
        Assert.Equal(["400"], await page.Page.Locator("tbody td").EvaluateAllAsync<string[]>("all => [...new Set(all.map(cell => getComputedStyle(cell).fontWeight))]"));
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
