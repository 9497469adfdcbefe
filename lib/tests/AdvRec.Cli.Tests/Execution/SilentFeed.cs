using System.Net;
using System.Net.Sockets;
using AdvRec.Cli.Running;

namespace AdvRec.Cli.Tests.Execution;

/// <summary>A package feed that accepts connections and never answers.</summary>
internal sealed class SilentFeed : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public SilentFeed()
    {
        _listener.Start();
        Url = $"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/index.json";
    }

    public string Url { get; }

    /// <summary>A C# cell whose restore waits for the feed.</summary>
    public string Cell => $"#!csharp\n#i \"nuget: {Url}\"\n#r \"nuget: No.Such.Package, 1.0.0\"";

    /// <summary>What restores from this feed have left on the disk.</summary>
    public IEnumerable<string> Leftovers => Directory.EnumerateFiles(RestoreFolders.Projects, "*.fsproj", SearchOption.AllDirectories)
        .Where(project => File.ReadAllText(project).Contains(Url, StringComparison.Ordinal));

    /// <summary>Waits until a restore asks for something.</summary>
    public async Task<Stream> AskedAsync() => new NetworkStream(await _listener.AcceptSocketAsync(TestContext.Current.CancellationToken), ownsSocket: true);

    public void Dispose() => _listener.Dispose();
}
