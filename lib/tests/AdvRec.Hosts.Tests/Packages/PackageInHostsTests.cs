using AdvRec.Testing;

namespace AdvRec.Hosts.Tests.Packages;

/// <summary>The package's README, as somebody types it into a fresh notebook.</summary>
[Collection(nameof(JupyterTests))]
public sealed class PackageInHostsTests
{
    private readonly Feed _feed;

    public PackageInHostsTests(Feed feed)
    {
        Needed.Jupyter();
        Needed.Tool("dotnet-repl", "dotnet-repl.dll");
        _feed = feed;
    }

    [Fact]
    public async Task In_dotnet_repl_the_attack_draws_its_plot()
    {
        var notebook = await NotebookAsync("repl");
        var target = Path.ChangeExtension(notebook, ".shown.ipynb");

        await Hosts.ReplAsync(notebook, target, await _feed.EnvironmentAsync());

        await DrawsAsync(target);
    }

    [Fact]
    public async Task In_Jupyter_the_attack_draws_its_plot()
    {
        var notebook = await NotebookAsync("jupyter");
        var target = Path.ChangeExtension(notebook, ".shown.ipynb");
        await _feed.ToolAsync(Path.GetDirectoryName(notebook)!, "convert", notebook, "--to", "ipynb");

        await Hosts.JupyterAsync(Path.ChangeExtension(notebook, ".ipynb"), target, environment: await _feed.EnvironmentAsync());

        await DrawsAsync(target);
    }

    private async Task<string> NotebookAsync(string name)
    {
        await _feed.EnvironmentAsync();
        var path = Path.Combine(_feed.Empty(name), "attack.dib");
        await File.WriteAllTextAsync(path, string.Concat(Feed.Examples("AdvRec.Notebooks").Select(cell => $"#!csharp\n\n{cell}\n")));
        return path;
    }

    private static async Task DrawsAsync(string ipynb)
    {
        Assert.Empty(Shown.In(ipynb).Errors);
        await HostProgram.RunAsync(Path.GetDirectoryName(ipynb)!, new Dictionary<string, string>(), Places.Python, "-m", "nbconvert", "--to", "html", ipynb);
        await using var browser = await Browser.LaunchAsync();
        await using var opened = await browser.OpenAsync(Path.ChangeExtension(ipynb, ".html"), 1200);
        await opened.Page.WaitForFunctionAsync("() => document.querySelector('.advrec-plot [data-drawn=done] svg.main-svg')");
    }
}
