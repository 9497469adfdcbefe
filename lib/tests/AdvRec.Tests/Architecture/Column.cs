using ArchUnitNET.Loader;

namespace AdvRec.Tests.Architecture;

/// <summary>The parts of an assembly as one column in which arrows only point down.</summary>
/// <param name="assembly">Its file.</param>
/// <param name="root">Its root namespace; a part is a namespace below it, the empty one what lies in the root itself.</param>
/// <param name="parts">From the bottom: a part may use those before it.</param>
internal sealed class Column(string assembly, string root, string[] parts)
{
    private readonly List<(string From, string To, string Where)> _uses =
    [
        .. from type in new ArchLoader().LoadFilteredDirectory(Path.GetDirectoryName(assembly), Path.GetFileName(assembly)).Build().Types
           from dependency in type.Dependencies
           let part = Part(type.Namespace?.FullName, root)
           let used = Part(dependency.Target.Namespace?.FullName, root)
           where part is not null && used is not null && part != used
           select (part, used, $"{type.FullName} uses {dependency.Target.FullName}"),
    ];

    /// <summary>A line for each part, from the top, with "!" before one that it must not use.</summary>
    public IEnumerable<string> Drawing() => parts.Reverse().Select(part =>
        $"{Name(part),-11} -> {string.Join(", ", _uses.Where(use => use.From == part).Select(use => use.To).Distinct().OrderBy(Height).Select(to => (Height(to) > Height(part) ? "!" : "") + Name(to)))}");

    public void AssertArrowsPointDown()
    {
        Assert.NotEmpty(_uses);
        Assert.All(_uses, use => Assert.Contains(use.From, parts));
        var upward = _uses.Where(use => Height(use.To) > Height(use.From)).Select(use => use.Where).Distinct().Order().ToList();
        Assert.True(upward.Count == 0, string.Join(Environment.NewLine, upward));
    }

    private static string Name(string part) => part.Length == 0 ? "(root)" : part;

    private int Height(string part) => Array.IndexOf(parts, part);

    /// <returns>Such as "Data" for AdvRec.Data.Fetching; null for what is not the assembly's.</returns>
    private static string? Part(string? space, string root) =>
        space == root ? "" : space?.StartsWith(root + '.', StringComparison.Ordinal) == true ? space[(root.Length + 1)..].Split('.')[0] : null;
}
