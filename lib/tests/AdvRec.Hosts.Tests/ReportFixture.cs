using AdvRec.Hosts.Tests;

[assembly: AssemblyFixture(typeof(ReportFixture))]

namespace AdvRec.Hosts.Tests;

/// <summary>Our own report of every notebook and solution, which the hosts are measured by; run once.</summary>
public sealed class ReportFixture : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("advrec-hosts-");
    private readonly Lazy<Task> _run;

    public ReportFixture() => _run = new(() => HostProgram.RunAsync(
        Places.Repository, new Dictionary<string, string>(), "dotnet",
        [Path.Combine(Places.Built("AdvRec.Cli"), "AdvRec.Cli.dll"), "report", .. Places.All, "--output", At("report")]));

    /// <summary>The executed notebook beside the page.</summary>
    internal async Task<string> IpynbAsync(string name)
    {
        await _run.Value;
        return At($"report/{name}.ipynb");
    }

    /// <summary>A file of a name that no other test uses, or a folder.</summary>
    internal string At(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
