using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace AdvRec.Testing;

/// <summary>A page open in the browser, with all that went wrong on it.</summary>
public sealed class OfflinePage : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<string> _requests = new();

    private OfflinePage(IPage page) => Page = page;

    /// <summary>To look at and to act on.</summary>
    public IPage Page { get; }

    /// <summary>Uncaught exceptions and errors on the console.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>Addresses the page asked for, besides its own; all were refused.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    internal static async Task<OfflinePage> OpenAsync(IPage page, string address)
    {
        var opened = new OfflinePage(page);
        page.PageError += (_, error) => opened._errors.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error") opened._errors.Enqueue(message.Text);
        };
        // A machine that runs all tests at once may be busy for longer than half a minute.
        page.SetDefaultTimeout(120_000);
        await page.RouteAsync("**/*", route => opened.Answer(route, address));
        await page.GotoAsync(address);
        return opened;
    }

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();

    private Task Answer(IRoute route, string address)
    {
        var url = route.Request.Url;
        if (url == address || url.StartsWith("data:", StringComparison.Ordinal) || url.StartsWith("blob:", StringComparison.Ordinal))
            return route.ContinueAsync();
        _requests.Enqueue(url);
        return route.AbortAsync();
    }
}
