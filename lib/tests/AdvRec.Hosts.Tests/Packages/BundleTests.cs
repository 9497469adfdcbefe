using System.IO.Compression;

namespace AdvRec.Hosts.Tests.Packages;

/// <summary>The course from a stick, on a machine that has the SDK, no network and nothing restored.</summary>
public sealed class BundleTests(Feed feed)
{
    private const long Limit = 120_000_000;

    // A network namespace of its own has no route to anywhere.
    private static readonly string[] s_withoutNetwork = ["--net", "--map-root-user", "--"];

    [Fact]
    public async Task Builds_runs_and_reports_without_network_and_without_anything_restored()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux takes the network from a program: 'unshare --net'.");
        var file = feed.At("workshop.zip");
        var said = await HostProgram.RunAsync(
            Places.Repository, new Dictionary<string, string>(), "dotnet", Path.Combine(Places.Built("AdvRec.Cli"), "AdvRec.Cli.dll"), "bundle", "--output", file, "--no-solutions");
        Assert.Contains($"{new FileInfo(file).Length / 1e6:0} MB", said, StringComparison.Ordinal);
        Assert.InRange(new FileInfo(file).Length, 0, Limit);
        await ZipFile.ExtractToDirectoryAsync(file, feed.At("stick"));
        var course = feed.At("stick/advrec-course");
        Assert.True(File.Exists(Path.Combine(course, "START.html")));
        Assert.True(File.Exists(Path.Combine(course, "reports", "hands-on.html")));
        Assert.False(Directory.Exists(Path.Combine(course, "notebooks", "solutions")));

        var home = feed.Empty("offline-home");
        var machine = new Dictionary<string, string> { ["HOME"] = home, ["DOTNET_CLI_HOME"] = home, ["NUGET_PACKAGES"] = "", ["CI"] = "false", ["ADVREC_DATA"] = "" };
        await HostProgram.RunAsync(course, machine, "unshare",
            [.. s_withoutNetwork, "dotnet", "run", "--project", "lib/AdvRec.Cli", "-c", "Release", "--", "report", "notebooks/03-attack.dib", "--output", "mine"]);

        var (packed, made) = (Shown.In(Path.Combine(course, "reports", "03-attack.ipynb")), Shown.In(Path.Combine(course, "mine", "03-attack.ipynb")));
        Assert.Empty(made.Errors);
        Assert.Equal(packed.Texts, made.Texts);
    }
}
