using AdvRec.Models;
using ArchUnitNET.Loader;

namespace AdvRec.Tests.Architecture;

/// <summary>
/// The library can be drawn as one column in which arrows only point down. With <c>-showliveoutput</c> the test prints the drawing;
/// <c>ADVREC_ASSEMBLY</c> names another build of the library to draw.
/// </summary>
public class ColumnTests(ITestOutputHelper output)
{
    /// <summary>From the bottom: a part may use those before it.</summary>
    private static readonly string[] Column = ["", "Numerics", "Data", "Models", "Objective", "Attacks", "Training", "Evaluation", "Studies", "Poisoning"];

    [Fact]
    public void No_part_of_the_library_uses_one_above_it()
    {
        var uses = Uses(Environment.GetEnvironmentVariable("ADVREC_ASSEMBLY") ?? typeof(MatrixFactorization).Assembly.Location);
        foreach (var part in Column.Reverse())
            output.WriteLine($"{Name(part),-11} -> {string.Join(", ", uses.Where(use => use.From == part).Select(use => use.To).Distinct().OrderBy(Height).Select(to => (Height(to) > Height(part) ? "!" : "") + Name(to)))}");

        Assert.All(uses, use => Assert.Contains(use.From, Column));
        var upward = uses.Where(use => Height(use.To) > Height(use.From)).Select(use => use.Where).Distinct().Order().ToList();
        Assert.True(upward.Count == 0, string.Join(Environment.NewLine, upward));
    }

    private static string Name(string part) => part.Length == 0 ? "(root)" : part;

    private static int Height(string part) => Array.IndexOf(Column, part);

    private static List<(string From, string To, string Where)> Uses(string assembly) =>
    [
        .. from type in new ArchLoader().LoadFilteredDirectory(Path.GetDirectoryName(assembly), Path.GetFileName(assembly)).Build().Types
           from dependency in type.Dependencies
           let part = Part(type.Namespace?.FullName)
           let used = Part(dependency.Target.Namespace?.FullName)
           where part is not null && used is not null && part != used
           select (part, used, $"{type.FullName} uses {dependency.Target.FullName}"),
    ];

    /// <returns>Such as "Data" for AdvRec.Data.Fetching; null for what is not the library's.</returns>
    private static string? Part(string? space)
    {
        var names = (space ?? "").Split('.');
        return names[0] == "AdvRec" ? names.ElementAtOrDefault(1) ?? "" : null;
    }
}
