using AdvRec.Cli.Tests.Commands;
using AdvRec.Testing;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AdvRec.Cli.Tests.Browser;

public sealed class PageInBrowserTests(SampleCourse course, BrowserFixture browser)
{
    // WCAG 2.2 AA, some of whose rules axe leaves out unless asked, and what axe recommends beyond it.
    private static readonly AxeRunOptions Rules = new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }, ResultTypes = [ResultType.Violations] };

    private static readonly string[] Pages = ["01-first.html", "02-second.html", "index.html"];

    public static TheoryData<string> AllPages => [.. Pages];

    [Theory]
    [MemberData(nameof(AllPages))]
    public async Task A_page_asks_for_nothing_and_complains_about_nothing(string name)
    {
        await using var opened = await OpenAsync(name);

        Assert.Empty(opened.Requests);
        // The sample attacks itself: that the policy stopped it is the only thing to be heard.
        Assert.All(opened.Errors, complaint => Assert.Contains("Executing inline event handler violates", complaint, StringComparison.Ordinal));
        Assert.Equal(name == "01-first.html" ? 1 : 0, opened.Errors.Count);
    }

    [Fact]
    public async Task Scripts_of_outputs_run_those_of_data_and_text_do_not()
    {
        await using var opened = await OpenAsync();

        Assert.Equal("drawn by its script", await opened.Page.TextContentAsync("#drawn"));
        Assert.True(await opened.Page.EvaluateAsync<bool>("() => window.attacked === undefined && window.fromText === undefined"));
    }

    [Fact]
    public async Task Plots_are_drawn_on_the_page_and_the_main_one_in_small_on_the_index()
    {
        await using var page = await OpenAsync();
        await using var index = await OpenAsync("index.html");

        Assert.Equal(["first plot", "main plot"], await page.Page.Locator(".advrec-plot > div").AllTextContentsAsync());
        Assert.Equal(["main plot"], await index.Page.Locator(".thumbnail").AllInnerTextsAsync());
        Assert.Equal(1, await index.Page.Locator("script[data-advrec]").CountAsync());
    }

    [Fact]
    public async Task Neither_a_page_nor_the_index_leads_away_by_itself()
    {
        const string Hostile = """
            <meta http-equiv="refresh" content="0;url=https://example.org/meta"><base href="https://example.org/base/"><link rel="stylesheet" href="https://example.org/style.css">
            <iframe src="https://example.org/frame"></iframe><iframe srcdoc="<meta http-equiv='refresh' content='0;url=https://example.org/inner'>"></iframe>
            <object data="https://example.org/object"></object><form action="https://example.org/form"><input name="a"><button>send</button></form>
            <noscript><p title="</noscript><meta http-equiv='refresh' content='0;url=https://example.org/late'>"></p></noscript>
            """;
        using var folder = new TemporaryFolder();
        folder.Write("hostile.dib", $"#!markdown\n# Title\n\nFirst <meta http-equiv='refresh' content='0;url=https://example.org/inline'> paragraph.\n\n{Hostile}\n#!html\n{Hostile}\n#!csharp\n{"\"\"\""}\n{Hostile}\n{"\"\"\""}.DisplayAs(\"text/markdown\");");
        var result = await CommandProcess.RunAsync(folder.Path, "report", "hostile.dib");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));

        foreach (var name in (string[])["hostile.html", "index.html"])
        {
            await using var opened = await browser.OpenAsync(folder.At($"reports/{name}"));
            await opened.Page.WaitForTimeoutAsync(1500);
            if (name == "hostile.html")
                Assert.Equal("form-action", await SendFormAsync(opened.Page));

            Assert.EndsWith($"/{name}", opened.Page.Url.Split('?')[0], StringComparison.Ordinal);
            Assert.Empty(opened.Requests);
            Assert.Contains("form-action 'none'", await opened.Page.Locator("meta[http-equiv=Content-Security-Policy]").GetAttributeAsync("content"), StringComparison.Ordinal);
            Assert.Equal(0, await opened.Page.Locator("iframe, base, object, body meta, body link").CountAsync());
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1200, "01-first.html")]
    [InlineData(ColorScheme.Dark, 1200, "01-first.html")]
    [InlineData(ColorScheme.Light, 390, "01-first.html")]
    [InlineData(ColorScheme.Dark, 390, "02-second.html")]
    [InlineData(ColorScheme.Light, 1200, "index.html")]
    [InlineData(ColorScheme.Light, 390, "index.html")]
    [InlineData(ColorScheme.Dark, 1200, "index.html")]
    [InlineData(ColorScheme.Dark, 390, "index.html")]
    public async Task Axe_finds_no_violation(ColorScheme scheme, int width, string name)
    {
        await using var opened = await OpenAsync(name, scheme, width);

        var result = await opened.Page.RunAxe(Rules);

        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
    }

    [Theory]
    [MemberData(nameof(AllPages))]
    public async Task On_a_phone_nothing_is_wider_than_the_screen(string name)
    {
        await using var opened = await OpenAsync(name, width: 390);

        Assert.Equal(390, await opened.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.Equal(0, await opened.Page.Locator(".contents details[open]").CountAsync());
    }

    [Fact]
    public async Task Dark_and_light_differ()
    {
        await using var light = await OpenAsync();
        await using var dark = await OpenAsync(scheme: ColorScheme.Dark);

        Assert.Equal("rgb(255, 255, 255)", await BackgroundAsync(light));
        Assert.Equal("rgb(22, 24, 28)", await BackgroundAsync(dark));
    }

    [Fact]
    public async Task Contents_links_lead_to_their_headings()
    {
        await using var opened = await OpenAsync();

        await opened.Page.ClickAsync(".contents a >> text=Below it");

        Assert.True(await opened.Page.EvaluateAsync<bool>("() => { const box = document.getElementById('below-it').getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }"));
    }

    [Fact]
    public async Task Code_folds_by_cell_and_for_the_whole_page()
    {
        await using var opened = await OpenAsync();
        var open = opened.Page.Locator("details.code[open]");
        var all = await opened.Page.Locator("details.code").CountAsync();

        await opened.Page.ClickAsync("#cell-2 summary");
        await Assertions.Expect(open).ToHaveCountAsync(all - 3);
        await opened.Page.ClickAsync("#fold-all");
        await Assertions.Expect(open).ToHaveCountAsync(0);
        await Assertions.Expect(opened.Page.Locator("#fold-all")).ToHaveTextAsync("Show all code");
        await opened.Page.ClickAsync("#fold-all");
        await Assertions.Expect(open).ToHaveCountAsync(all);
    }

    [Fact]
    public async Task The_copy_button_copies_the_cell()
    {
        await using var opened = await OpenAsync();
        await opened.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);

        await opened.Page.ClickAsync("#cell-2 .copy");

        await Assertions.Expect(opened.Page.Locator("#cell-2 .copy")).ToHaveTextAsync("Copied");
        Assert.Equal(await opened.Page.TextContentAsync("#cell-2 code"), await opened.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task Printing_gives_a_pdf_without_buttons_and_in_light_colours()
    {
        await using var opened = await OpenAsync(scheme: ColorScheme.Dark);

        var pdf = await opened.Page.PdfAsync(new() { Format = "A4" });
        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal("%PDF"u8, pdf.AsSpan(0, 4));
        Assert.False(await opened.Page.Locator(".copy, .top, .contents").Filter(new() { Visible = true }).First.IsVisibleAsync());
        Assert.Equal("rgb(255, 255, 255)", await BackgroundAsync(opened));
    }

    // By script: a click waits for a navigation that the policy forbids.
    private static Task<string> SendFormAsync(IPage page) => page.EvaluateAsync<string>("""
        () => new Promise(resolve => {
            document.addEventListener('securitypolicyviolation', event => resolve(event.effectiveDirective));
            document.querySelector('form').requestSubmit();
        })
        """);

    private static Task<string> BackgroundAsync(OfflinePage opened) => opened.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");

    private Task<OfflinePage> OpenAsync(string name = "01-first.html", ColorScheme scheme = ColorScheme.Light, int width = 1200) =>
        browser.OpenAsync(Path.Combine(course.Reports, name), width, dark: scheme == ColorScheme.Dark);
}
