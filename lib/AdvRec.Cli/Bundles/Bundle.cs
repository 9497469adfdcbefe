using System.IO.Compression;
using System.Text;
using AdvRec.Data;

namespace AdvRec.Cli.Bundles;

/// <summary>The course in one file, for a machine that has the SDK and no network.</summary>
/// <param name="course">The checkout; built.</param>
/// <param name="pages">Folder of the pages that go along, as <c>reports/</c>.</param>
/// <param name="withSolutions">Whether the solutions of the exercises do.</param>
internal sealed class Bundle(string course, string pages, bool withSolutions)
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

    public void Write(Stream stream, CancellationToken cancellation)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (path, file) in Files())
        {
            cancellation.ThrowIfCancellationRequested();
            archive.CreateEntryFromFile(file, Root + path);
        }

        AddText(archive, "lib/nuget.config", NuGetConfiguration);
        using var start = new StreamReader(typeof(Bundle).Assembly.GetManifestResourceStream("start.html")!);
        AddText(archive, "START.html", start.ReadToEnd());
    }

    private IEnumerable<(string Path, string File)> Files() =>
    [
        .. s_files.Where(name => File.Exists(Path.Combine(course, name))).Concat(s_folders.SelectMany(Sources)).Select(path => (path, Path.Combine(course, path))),
        .. Directory.EnumerateFiles(pages).Select(file => ($"reports/{Path.GetFileName(file)}", file)),
        .. RestoredPackages.Files(course).Select(package => ($"packages/{package.Key}", package.Value)),
    ];

    private IEnumerable<string> Sources(string folder) => !Directory.Exists(Path.Combine(course, folder)) ? [] :
        Directory.EnumerateFiles(Path.Combine(course, folder), "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Select(file => Path.GetRelativePath(course, file).Replace('\\', '/'))
            .Where(path => !IsLeftOut(path))
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
