using System.Globalization;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using AdvRec.Cli.Commands;

namespace AdvRec.Cli.Tests.Execution;

/// <summary>What is compiled ahead of time follows what a notebook's process loads: a new version of the engine may bring other assemblies.</summary>
public sealed class CompiledAheadTests
{
    // So small that it makes no difference.
    private static readonly string[] s_leftAlone =
    [
        "Microsoft.AspNetCore.Html.Abstractions", "System.Composition.AttributedModel", "System.Composition.Runtime",
    ];

    private readonly string[] _compiled = XDocument.Load(Path.Combine(Repository.Find(), "lib", "Directory.Build.targets"))
        .Descendants("AheadOfTimeAssemblies").Single().Value.Split(';', StringSplitOptions.RemoveEmptyEntries);

    [Fact]
    public async Task Everything_that_a_notebook_s_process_loads_is_compiled_or_left_alone_knowingly()
    {
        var cells = await Run.CellsAsync(
            "var numbers = Enumerable.Range(0, 10).ToArray();\nnumbers",
            $$"""
            var folder = System.IO.Path.GetDirectoryName(AppDomain.CurrentDomain.GetAssemblies().Single(assembly => assembly.GetName().Name == "AdvRec.Runner").Location);
            foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies().Where(assembly => !assembly.IsDynamic && System.IO.Path.GetDirectoryName(assembly.Location) == folder))
                Console.WriteLine(assembly.GetName().Name);
            """);

        var loaded = cells[1].Outputs.Single().Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(name => !name.StartsWith("AdvRec.", StringComparison.Ordinal)).ToList();
        Assert.Contains("Microsoft.CodeAnalysis.CSharp", loaded);
        Assert.Empty(loaded.Except(_compiled).Except(s_leftAlone));
        Assert.Empty(s_leftAlone.Except(loaded));
    }

    [Fact]
    public void Everything_that_is_compiled_lies_beside_the_command_line() =>
        Assert.All(_compiled, name => Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, $"{name}.dll")), $"{name} is compiled ahead of time, and nobody needs it."));

    [Fact]
    public async Task A_notebook_s_start_compiles_little()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") != "true" && !IsCompiled("Microsoft.CodeAnalysis.CSharp"), "The notebooks' compiler is not compiled ahead of time here: see the build's messages.");
        var cells = await Run.CellsAsync(
            "var numbers = Enumerable.Range(0, 10).ToArray();\nnumbers",
            "Console.WriteLine(System.Runtime.JitInfo.GetCompiledMethodCount());");

        // Some 2,500 methods; 4,700 without the generics of other assemblies.
        var compiled = int.Parse(cells[1].Outputs.Single().Text, CultureInfo.InvariantCulture);
        Assert.True(compiled is > 100 and < 3500, $"{compiled} methods were compiled. If lib/artifacts/ahead-of-time is older than lib/Directory.Build.targets, delete it and build again.");
    }

    private static bool IsCompiled(string name)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{name}.dll")));
        return file.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}
