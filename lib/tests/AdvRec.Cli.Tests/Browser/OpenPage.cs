using Microsoft.Playwright;

namespace AdvRec.Cli.Tests.Browser;

public sealed class OpenPage : IAsyncDisposable
{
    public OpenPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                Complaints.Add(message.Text);
        };
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal))
                Requests.Add(request.Url);
        };
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings on the console.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Addresses that were asked for, the page's own included.</summary>
    public List<string> Requests { get; } = [];

    public async ValueTask DisposeAsync() => await Page.CloseAsync();
}
