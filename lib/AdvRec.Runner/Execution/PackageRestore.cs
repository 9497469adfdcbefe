using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AdvRec.Runner.Execution;

/// <summary>Finds the assemblies of a NuGet package and of what it needs, by a real restore of a project made for it.</summary>
internal static partial class PackageRestore
{
    /// <param name="packages">Every package named so far, so that they agree on what they share.</param>
    /// <param name="sources">Feeds named in the notebook, beside those of the machine.</param>
    /// <exception cref="CellFailedException">A package or a dependency could not be found.</exception>
    public static async Task<IReadOnlyList<string>> RestoreAsync(IEnumerable<PackageReference> packages, IEnumerable<string> sources)
    {
        var folder = Directory.CreateTempSubdirectory(Prefix(Environment.ProcessId)).FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "packages.csproj"), Project(packages, sources));
            // Without these, the files of a repository above the folder would have a say.
            await File.WriteAllTextAsync(Path.Combine(folder, "Directory.Build.props"), "<Project />");
            await File.WriteAllTextAsync(Path.Combine(folder, "Directory.Packages.props"), "<Project />");
            await RestoreAsync(folder);
            await using var assets = File.OpenRead(Path.Combine(folder, "obj", "project.assets.json"));
            using var document = await JsonDocument.ParseAsync(assets);
            return [.. Assemblies(document.RootElement)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Removes what a process left behind that was ended during a restore.</summary>
    public static void CleanUpAfter(int processId)
    {
        try
        {
            foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), Prefix(processId) + "*"))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Something still holds a file: it stays where temporary files are expected to stay.
        }
    }

    private static string Prefix(int processId) => FormattableString.Invariant($"advrec-packages-{processId}-");

    private static string Project(IEnumerable<PackageReference> packages, IEnumerable<string> sources) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
            <RestoreAdditionalProjectSources>{SecurityElement.Escape(string.Join(';', sources))}</RestoreAdditionalProjectSources>
          </PropertyGroup>
          <ItemGroup>
            {string.Concat(packages.Select(package => $"<PackageReference Include=\"{SecurityElement.Escape(package.Name)}\" Version=\"{SecurityElement.Escape(package.Version)}\" />"))}
          </ItemGroup>
        </Project>
        """;

    private static async Task RestoreAsync(string folder)
    {
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        using var process = Process.Start(new ProcessStartInfo(dotnet, ["restore", "--verbosity", "quiet", "--nologo"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new CellFailedException("PackageNotRestored", Reason(output + await error));
    }

    private static string Reason(string output) =>
        "The package could not be restored: " + (ErrorLine().Match(output) is { Success: true } match ? match.Groups["reason"].Value : output.Trim());

    // FILE : error NU1102: REASON [FILE]
    [GeneratedRegex(@"error (?<reason>NU\d+: .*?)(?= \[[^\[\]]*proj\]|$)", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();

    private static IEnumerable<string> Assemblies(JsonElement assets)
    {
        var folders = assets.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        foreach (var library in assets.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject())
        {
            if (!library.Value.TryGetProperty("runtime", out var files))
                continue;
            var path = assets.GetProperty("libraries").GetProperty(library.Name).GetProperty("path").GetString()!;
            foreach (var file in files.EnumerateObject().Where(file => file.Name.EndsWith(".dll", StringComparison.Ordinal)))
                yield return folders.Select(folder => Path.Combine(folder, path, file.Name)).First(File.Exists);
        }
    }
}
