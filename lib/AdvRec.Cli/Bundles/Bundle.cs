using System.IO.Compression;
using System.Text;
using AdvRec.Data;

namespace AdvRec.Cli.Bundles;

/// <summary>The course in one file, for a machine that has the SDK and no network.</summary>
/// <param name="course">The checkout; built.</param>
/// <param name="pages">Files of <c>reports/</c> that go along.</param>
/// <param name="withSolutions">Whether the solutions of the exercises do.</param>
internal sealed class Bundle(string course, IReadOnlyList<string> pages, bool withSolutions)
{
    private const string Root = "advrec-course/";
    private static readonly string[] s_files = ["README.md", "LICENSE", "global.json", ".editorconfig", ".gitignore", ".gitattributes"];
    private static readonly string[] s_folders = [".config", ".vscode", "lib", "notebooks", $"data/{Datasets.Shipped}"];

    // What is in packages/ is taken as it lies there, and nothing is asked of anybody else.
    private const string NuGetConfiguration = """
        <?xml version="1.0" encoding="utf-8"?>
        <configuration>
          <packageSources>
            <clear />
          </packageSources>
          <fallbackPackageFolders>
            <add key="packages" value="../packages" />
          </fallbackPackageFolders>
        </configuration>

        """;

    public void Write(Stream stream)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var file in s_files.Select(name => Path.Combine(course, name)).Where(File.Exists).Concat(s_folders.SelectMany(Sources)).Concat(pages))
            archive.CreateEntryFromFile(file, Root + Path.GetRelativePath(course, file).Replace('\\', '/'));
        foreach (var (path, file) in RestoredPackages.Files(course))
            archive.CreateEntryFromFile(file, $"{Root}packages/{path}");
        AddText(archive, "lib/nuget.config", NuGetConfiguration);
        using var start = new StreamReader(typeof(Bundle).Assembly.GetManifestResourceStream("start.html")!);
        AddText(archive, "START.html", start.ReadToEnd());
    }

    private IEnumerable<string> Sources(string folder) => !Directory.Exists(Path.Combine(course, folder)) ? [] :
        Directory.EnumerateFiles(Path.Combine(course, folder), "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Where(file => !IsLeftOut(Path.GetRelativePath(course, file).Replace('\\', '/')))
            .Order(StringComparer.Ordinal);

    private bool IsLeftOut(string path) =>
        path is "notebooks/lib.dib" or "lib/nuget.config"
        || path.StartsWith("lib/artifacts/", StringComparison.Ordinal)
        || (!withSolutions && path.StartsWith("notebooks/solutions/", StringComparison.Ordinal));

    private static void AddText(ZipArchive archive, string path, string text)
    {
        using var stream = archive.CreateEntry(Root + path).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }
}
