using System.Text.RegularExpressions;
using AdvRec.Hosts.Tests.Packages;

[assembly: AssemblyFixture(typeof(Feed))]

namespace AdvRec.Hosts.Tests.Packages;

/// <summary>
/// A machine that knows nothing but the packages: a home folder whose NuGet has one source, which holds ours, as packed once, and what they depend on.
/// Neither the checkout nor the network is within its reach.
/// </summary>
public sealed partial class Feed : IDisposable
{
    private static readonly string[] s_dependencies = ["mathnet.numerics", "sylvan.data.csv"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("advrec-packages-");
    private readonly Lazy<Task> _made;
    private readonly Dictionary<string, string> _environment;

    public Feed()
    {
        _made = new(MakeAsync);
        var home = At("home");
        _environment = new()
        {
            ["HOME"] = home,
            ["DOTNET_CLI_HOME"] = home,
            ["NUGET_PACKAGES"] = Path.Combine(home, ".nuget", "packages"),
            ["CI"] = "false",
            ["ADVREC_DATA"] = "",
        };
    }

    internal string Packages => At("feed");

    /// <summary>A file or folder of a name that no other test uses.</summary>
    internal string At(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>An empty folder.</summary>
    internal string Empty(string name) => Directory.CreateDirectory(At(name)).FullName;

    internal async Task<IReadOnlyDictionary<string, string>> EnvironmentAsync()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows takes the place of NuGet's settings from the account: there is no machine without any to be had.");
        await _made.Value;
        return _environment;
    }

    /// <summary>The installed tool.</summary>
    internal async Task<string> ToolAsync(string folder, params string[] arguments) =>
        await HostProgram.RunAsync(folder, await EnvironmentAsync(), At("tools/advrec"), arguments);

    internal async Task<string> DotnetAsync(string folder, params string[] arguments) =>
        await HostProgram.RunAsync(folder, await EnvironmentAsync(), "dotnet", arguments);

    /// <summary>The C# of a package's README, block by block.</summary>
    internal static IReadOnlyList<string> Examples(string project) =>
        [.. Block().Matches(File.ReadAllText(Path.Combine(Places.Repository, "lib", project, "README.md"))).Select(match => match.Groups[1].Value)];

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task MakeAsync()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        await HostProgram.RunAsync(Places.Repository, new Dictionary<string, string>(), "dotnet", "pack", "lib/AdvRec.slnx", "-c", configuration, "--no-build", "--output", Packages);
        foreach (var name in s_dependencies)
            File.Copy(Places.Package(name), Path.Combine(Packages, Path.GetFileName(Places.Package(name))));
        var configurationFolder = Directory.CreateDirectory(At("home/.nuget/NuGet")).FullName;
        await File.WriteAllTextAsync(Path.Combine(configurationFolder, "NuGet.Config"),
            $"<configuration><packageSources><clear /><add key=\"packages\" value=\"{Packages}\" /></packageSources></configuration>");
        await HostProgram.RunAsync(At("home"), _environment, "dotnet", "tool", "install", "AdvRec.Tool", "--tool-path", At("tools"));
    }

    [GeneratedRegex("^```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
