using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using AdvRec.Cli.Commands;

namespace AdvRec.Cli.Tests.Commands;

/// <summary>One seed, one hash: whatever runs the hands-on, and wherever.</summary>
public sealed class DeterminismTests(TinyDataset data) : IClassFixture<TinyDataset>
{
    private static readonly ConcurrentDictionary<string, Task<string>> References = new();
    private static readonly string[] Recipes = ["hands-on", "corrected", "apr", "plain"];

    [Fact]
    public async Task Any_number_of_threads_gives_the_same_bits_on_the_shipped_data()
    {
        var hashes = new HashSet<string>();
        foreach (var threads in (string[])["1", "2", "3", "8"])
            hashes.Add(Hash(await CommandProcess.RunAsync(data.Folder, "handson", "--json", "--threads", threads)));

        Assert.Single(hashes);
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512", "0")]
    [InlineData("DOTNET_EnableAVX512F", "0")]
    [InlineData("DOTNET_EnableAVX2", "0")]
    [InlineData("DOTNET_EnableAVX", "0")]
    [InlineData("DOTNET_EnableHWIntrinsic", "0")]
    [InlineData("DOTNET_TieredCompilation", "0")]
    [InlineData("LC_ALL", "de_DE.UTF-8")]
    public async Task Any_instruction_set_gives_the_same_bits(string variable, string value)
    {
        foreach (var recipe in Recipes)
        {
            Assert.Equal(
                await ReferenceAsync(recipe),
                Hash(await CommandProcess.RunAsync(data.Folder, (variable, value), HandsOn(recipe))));
        }
    }

    [Fact]
    public async Task A_library_built_in_the_other_configuration_gives_the_same_bits()
    {
        var other = AppContext.BaseDirectory.Contains("release", StringComparison.Ordinal) ? "Debug" : "Release";
        var root = Repository.Find();
        using var built = Process.Start(new ProcessStartInfo(Running.DotnetHost.Path, ["build", Path.Combine(root, "lib", "AdvRec"), "-c", other, "--no-restore", "-v", "quiet"]) { RedirectStandardOutput = true })!;
        var buildOutput = await built.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await built.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(built.ExitCode == 0, buildOutput);

        using var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory))
            File.Copy(file, folder.At(Path.GetFileName(file)));
        File.Copy(Path.Combine(root, "lib", "artifacts", "bin", "AdvRec", other.ToLowerInvariant(), "AdvRec.dll"), folder.At("AdvRec.dll"), overwrite: true);

        foreach (var recipe in Recipes)
        {
            using var process = Process.Start(CommandProcess.StartInfo(folder.At("AdvRec.Cli.dll"), folder.Path, HandsOn(recipe)))!;
            Assert.Equal(await ReferenceAsync(recipe), Hash(await CommandProcess.EndAsync(process)));
        }
    }

    [Fact]
    public async Task A_notebook_gives_the_same_bits()
    {
        using var folder = new TemporaryFolder();
        folder.Write("lib.dib", File.ReadAllText(Path.Combine(Repository.Find(), "notebooks", "lib.dib")));
        folder.Write("hash.dib", $$"""
            #!csharp
            #!import ./lib.dib
            #!csharp
            foreach (var recipe in AdversarialRecipe.All)
                Console.WriteLine($"{recipe} {HandsOn.Run(Datasets.Load("{{data.Folder}}"), new HandsOnOptions { Seed = 3, Recipe = recipe, Epochs = 2 }).Model.Sha256()}");
            """);

        var result = await CommandProcess.RunAsync(folder.Path, "run", "hash.dib");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        foreach (var recipe in Recipes)
            Assert.Contains($"{recipe} {await ReferenceAsync(recipe)}", result.Output, StringComparison.Ordinal);
    }

    private Task<string> ReferenceAsync(string recipe) =>
        References.GetOrAdd(recipe, async _ => Hash(await CommandProcess.RunAsync(data.Folder, HandsOn(recipe))));

    private string[] HandsOn(string recipe) => ["handson", "--dataset", data.Folder, "--seed", "3", "--epochs", "2", "--recipe", recipe, "--topk", "1", "--json"];

    private static string Hash(CommandProcess.Result result)
    {
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return JsonDocument.Parse(result.Output).RootElement.GetProperty("parametersSha256").GetString()!;
    }
}
