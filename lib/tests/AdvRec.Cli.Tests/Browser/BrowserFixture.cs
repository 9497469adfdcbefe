using AdvRec.Cli.Tests.Browser;
using AdvRec.Testing;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace AdvRec.Cli.Tests.Browser;

/// <summary>One browser for all tests that look at pages. Without one, they are skipped and say so; in CI they fail.</summary>
public sealed class BrowserFixture : IAsyncDisposable
{
    private readonly Lazy<Task<Testing.Browser>> _browser = new(Testing.Browser.LaunchAsync);

    public async Task<OfflinePage> OpenAsync(string path, int width = 1200, bool dark = false)
    {
        Assert.SkipWhen(Testing.Browser.Missing is not null, Testing.Browser.Missing ?? "");
        return await (await _browser.Value).OpenAsync(path, width, dark);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser.IsValueCreated)
            await (await _browser.Value).DisposeAsync();
    }
}
