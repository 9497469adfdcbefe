using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;

namespace AdvRec.Hosts.Tests.Packages;

/// <summary>What is in the packages, and that it is all that a program needs.</summary>
public sealed class PackageTests(Feed feed)
{
    public static TheoryData<string> Names => ["AdvRec", "AdvRec.Notebooks", "AdvRec.Tool"];

    [Theory, MemberData(nameof(Names))]
    public async Task Carries_licence_readme_icon_and_symbols(string name)
    {
        using var package = await OpenAsync(name, "nupkg");
        using var symbols = name == "AdvRec.Tool" ? null : await OpenAsync(name, "snupkg");

        var files = package.Entries.Select(entry => entry.FullName).ToList();
        Assert.Superset(new HashSet<string> { "LICENSE", "README.md", "icon.png" }, files.ToHashSet());
        Assert.Contains("AdvRec", Metadata(package, "authors"), StringComparison.Ordinal);
        Assert.Equal("LICENSE", Metadata(package, "license"));
        if (symbols is not null)
            Assert.Contains($"lib/net10.0/{name}.pdb", symbols.Entries.Select(entry => entry.FullName));
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Names_everybody_whose_assemblies_it_carries(string name)
    {
        using var package = await OpenAsync(name, "nupkg");
        var notices = Text(package, "THIRD-PARTY-NOTICES.md");
        var foreign = package.Entries.Select(entry => entry.Name).Where(file => file.EndsWith(".dll", StringComparison.Ordinal) && !file.StartsWith("AdvRec", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension).Distinct().ToList();

        Assert.Equal(name == "AdvRec", foreign.Count == 0);
        // Either by its own name or by that of its family, such as System.Composition.*.
        Assert.All(foreign, assembly => Assert.Contains(Families(assembly!), family => notices.Contains(family, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Families(string assembly)
    {
        yield return assembly;
        for (var end = assembly.LastIndexOf('.'); end > 0; end = assembly.LastIndexOf('.', end - 1))
            yield return $"{assembly[..end]}.*";
        yield return $"{assembly}.*";
    }

    [Fact]
    public async Task Data_goes_only_with_its_conditions()
    {
        foreach (var name in Names.Select(row => row.Data))
        {
            using var package = await OpenAsync(name, "nupkg");
            var data = package.Entries.Select(entry => entry.FullName).Where(file => file.EndsWith("/train.tsv", StringComparison.Ordinal)).ToList();
            Assert.Equal(name == "AdvRec" ? 0 : 1, data.Count);
            Assert.All(data, file => Assert.Contains("GroupLens", Text(package, file.Replace("train.tsv", "README.md", StringComparison.Ordinal)), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_console_program_of_ten_lines_needs_the_library_alone()
    {
        var course = await CourseAsync("console-course");
        var folder = feed.Empty("console");
        Write(folder, "AdvRec", Feed.Examples("AdvRec").Single());

        var output = await feed.DotnetAsync(folder, "run", "--", Path.Combine(course, "data", "movielens-small"));

        Assert.Matches("clean: +HR@100 .*\nattacked: +HR@100 .*\nrandom noise: +HR@100 ", output);
        Assert.Equal(["AdvRec", "MathNet.Numerics", "Sylvan.Data.Csv"], Restored(folder));
    }

    [Fact]
    public async Task A_program_that_draws_finds_charts_and_data_and_sees_no_F_Sharp()
    {
        var folder = feed.Empty("drawing");
        var (usings, attack) = (Feed.Examples("AdvRec.Notebooks")[0], Feed.Examples("AdvRec.Notebooks")[1].TrimEnd());
        var chart = attack.LastIndexOf("Charts.", StringComparison.Ordinal);
        Write(folder, "AdvRec.Notebooks", $"{usings[(usings.IndexOf('\n') + 1)..]}{attack[..chart]}Console.Write({attack[chart..]}.ToHtml());");

        var output = await feed.DotnetAsync(folder, "run");

        Assert.Contains("advrec-plot", output, StringComparison.Ordinal);
        Assert.Equal(["AdvRec", "AdvRec.Notebooks", "MathNet.Numerics", "Sylvan.Data.Csv"], Restored(folder));
    }

    [Fact]
    public async Task Packing_again_gives_the_same_bytes()
    {
        using var first = await OpenAsync("AdvRec.Notebooks", "nupkg");
        var again = feed.Empty("again");
        await HostProgram.RunAsync(Places.Repository, new Dictionary<string, string>(), "dotnet", "pack", "lib/AdvRec.Notebooks", "-c", new DirectoryInfo(AppContext.BaseDirectory).Name, "--no-build", "--output", again);

        var name = Path.GetFileName(Directory.GetFiles(again, "*.nupkg").Single());
        Assert.Equal(File.ReadAllBytes(Path.Combine(feed.Packages, name)), File.ReadAllBytes(Path.Combine(again, name)));
    }

    internal async Task<string> CourseAsync(string name)
    {
        await feed.ToolAsync(feed.Empty("here"), "new", feed.At(name));
        return feed.At(name);
    }

    private async Task<ZipArchive> OpenAsync(string name, string kind)
    {
        await feed.EnvironmentAsync();
        return ZipFile.OpenRead(Directory.GetFiles(feed.Packages, $"{name}.*.{kind}").Single(file => char.IsAsciiDigit(Path.GetFileName(file)[name.Length + 1])));
    }

    private static string Metadata(ZipArchive package, string element)
    {
        var nuspec = XDocument.Parse(Text(package, package.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).FullName));
        return nuspec.Descendants().First(node => node.Name.LocalName == element).Value;
    }

    private static string Text(ZipArchive package, string name)
    {
        using var reader = new StreamReader(package.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static void Write(string folder, string package, string program)
    {
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        File.WriteAllText(Path.Combine(folder, "program.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{package}" Version="1.0.0" />
              </ItemGroup>
            </Project>
            """);
    }

    private static IEnumerable<string> Restored(string folder)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "obj", "project.assets.json")));
        return [.. assets.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name.Split('/')[0]).Order(StringComparer.Ordinal)];
    }
}
