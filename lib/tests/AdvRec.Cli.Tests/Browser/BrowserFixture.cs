using AdvRec.Cli.Tests.Browser;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace AdvRec.Cli.Tests.Browser;

/// <summary>Headless Chromium from the distribution. Without one, tests are skipped and say so; in CI they fail.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Candidates = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Candidates.FirstOrDefault(File.Exists) is not { } path)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    /// <summary>Opens a file; what the console says and what the page asks for is kept.</summary>
    public async Task<OpenPage> OpenAsync(string path, BrowserNewPageOptions? options = null)
    {
        if (_browser is null)
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", "There is no Chromium on this machine; install the distribution's package 'chromium'.");
            Assert.Fail("There is no Chromium on this machine, and in CI the browser tests must run.");
        }

        var page = await _browser.NewPageAsync(options);
        await page.Context.SetOfflineAsync(true);
        var opened = new OpenPage(page);
        await page.GotoAsync(new Uri(path).AbsoluteUri);
        return opened;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
