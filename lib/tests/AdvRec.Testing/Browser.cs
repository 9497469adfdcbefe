using Microsoft.Playwright;

namespace AdvRec.Testing;

/// <summary>Headless Chromium of this machine, without network.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string[] s_names = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "chrome.exe"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    /// <summary>Why a test should be skipped: no browser here. Null where there is one, and on CI, where none is an error.</summary>
    public static string? Missing => Find() is not null || Environment.GetEnvironmentVariable("CI") == "true"
        ? null
        : "No Chromium or Chrome found: install one, or set CHROME_PATH to it.";

    public static async Task<Browser> LaunchAsync()
    {
        var path = Find() ?? throw new InvalidOperationException("CI needs Chromium for the tests that draw pages: install it, or set CHROME_PATH to it.");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox", "--disable-gpu"] });
        return new Browser(playwright, browser);
    }

    /// <summary>A page that shows a file and keeps account of its errors and of what it asks the network for.</summary>
    /// <param name="file">Path of the HTML file.</param>
    /// <param name="width">Width of the window, in CSS pixels.</param>
    /// <param name="dark">Whether the reader prefers dark pages.</param>
    /// <param name="prepare">A script that runs before the page's own; may be empty.</param>
    public async Task<OfflinePage> OpenAsync(string file, int width, bool dark = false, string prepare = "")
    {
        var context = await _browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = 900 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Offline = true,
        });
        if (prepare.Length > 0)
            await context.AddInitScriptAsync(prepare);
        return await OfflinePage.OpenAsync(await context.NewPageAsync(), new Uri(Path.GetFullPath(file)).AbsoluteUri);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private static string? Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.SelectMany(_ => s_names, (folder, name) => Path.Combine(folder, name))
            .Prepend("/usr/bin/chromium")
            .Prepend(Environment.GetEnvironmentVariable("CHROME_PATH") ?? "")
            .FirstOrDefault(File.Exists);
    }
}
