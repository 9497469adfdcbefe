using System.Text.Json;

namespace AdvRec.Cli.Bundles;

/// <summary>What the last restore took from NuGet's folder of packages: of each package only what this course's projects use.</summary>
internal static class RestoredPackages
{
    // Assemblies for other frameworks, other languages and other systems lie here, beside those in use.
    private static readonly string[] s_choices = ["lib/", "ref/", "runtimes/"];
    private static readonly string[] s_uses = ["compile", "runtime", "runtimeTargets", "native", "build", "buildTransitive"];

    /// <param name="course">The checkout; built.</param>
    /// <returns>Paths below NuGet's folder, with <c>/</c>, and the files; each once.</returns>
    /// <exception cref="FileNotFoundException">A project has not been restored.</exception>
    public static IReadOnlyDictionary<string, string> Files(string course)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var project in Directory.EnumerateFiles(Path.Combine(course, "lib"), "*.csproj", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 1 }))
        {
            var name = Path.GetFileNameWithoutExtension(project);
            using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(course, "lib", "artifacts", "obj", name, "project.assets.json")));
            foreach (var (path, file) in FilesOf(assets.RootElement))
                files.TryAdd(path, file);
        }

        return files;
    }

    private static IEnumerable<(string Path, string File)> FilesOf(JsonElement assets)
    {
        var folders = assets.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToList();
        var used = assets.GetProperty("targets").EnumerateObject().SelectMany(target => target.Value.EnumerateObject())
            .SelectMany(library => s_uses.Where(use => library.Value.TryGetProperty(use, out _))
                .SelectMany(use => library.Value.GetProperty(use).EnumerateObject()).Select(file => (library.Name, File: file.Name)))
            .ToHashSet();
        foreach (var library in assets.GetProperty("libraries").EnumerateObject().Where(library => library.Value.GetProperty("type").GetString() == "package"))
        {
            var package = library.Value.GetProperty("path").GetString()!;
            var folder = folders.First(folder => Directory.Exists(Path.Combine(folder, package)));
            foreach (var file in library.Value.GetProperty("files").EnumerateArray().Select(file => file.GetString()!))
            {
                if (used.Contains((library.Name, file)) || !Array.Exists(s_choices, choice => file.StartsWith(choice, StringComparison.Ordinal)))
                    yield return ($"{package}/{file}", Path.Combine(folder, package, file));
            }
        }
    }
}
