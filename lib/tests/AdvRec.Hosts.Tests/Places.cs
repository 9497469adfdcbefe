using System.Text.Json;

namespace AdvRec.Hosts.Tests;

/// <summary>Where things lie.</summary>
internal static class Places
{
    private static readonly string s_packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>The folder of the course.</summary>
    public static string Repository { get; } = Above(AppContext.BaseDirectory);

    public static string Notebooks { get; } = Path.Combine(Repository, "notebooks");

    /// <summary>Every notebook and solution, without what the build writes.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory.GetFiles(Notebooks, "*.dib").Where(path => Path.GetFileName(path) != "lib.dib")
            .Concat(Directory.GetFiles(Path.Combine(Notebooks, "solutions"), "*.dib")).Order(StringComparer.Ordinal),
    ];

    /// <summary>Debian's own, which knows Debian's packages.</summary>
    public const string Python = "/usr/bin/python3";

    /// <summary>What the build wrote for a project, in this configuration.</summary>
    public static string Built(string project) => Path.Combine(Repository, "lib", "artifacts", "bin", project, new DirectoryInfo(AppContext.BaseDirectory).Name);

    /// <summary>The program of a pinned tool, which <c>dotnet tool restore</c> has put among the packages.</summary>
    public static string Tool(string name, string program)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository, ".config", "dotnet-tools.json")));
        var version = manifest.RootElement.GetProperty("tools").GetProperty(name).GetProperty("version").GetString()!;
        return Path.Combine(s_packages, name, version, "tools", "net10.0", "any", program);
    }

    /// <summary>A package that the build has restored, as it was downloaded.</summary>
    public static string Package(string name) => Directory.GetFiles(Path.Combine(s_packages, name), "*.nupkg", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last();

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "lib", "AdvRec.slnx")) ? folder : Above(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests do not run within the course's folder."));
}
