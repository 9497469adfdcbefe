using System.Globalization;
using System.Runtime.Loader;

namespace AdvRec.Runner.Engine;

/// <summary>What a reader needs to get the same numbers again, as far as the run itself can tell.</summary>
internal static class NotebookFacts
{
    private static readonly string RuntimeFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    /// <param name="variables">Finds a variable of the notebook by name; null if there is none.</param>
    public static Dictionary<string, string> Collect(Func<string, object?> variables)
    {
        var facts = new Dictionary<string, string>();
        // By convention of the course: 'data' is the data set that a notebook works on, 'seed' what its randomness comes from.
        if (variables("data") is { } data && data.GetType().GetProperty("Name")?.GetValue(data) is string name)
            facts["Data set"] = name;
        if (variables("seed") is IFormattable seed)
            facts["Seed"] = seed.ToString(null, CultureInfo.InvariantCulture);
        var libraries = string.Join(", ", Libraries());
        if (libraries.Length > 0)
            facts["Libraries"] = libraries;
        return facts;
    }

    private static IEnumerable<string> Libraries() =>
        AssemblyLoadContext.All.SelectMany(context => context.Assemblies)
            .Where(assembly => !assembly.IsDynamic && assembly.Location.Length > 0)
            .Where(assembly => Path.GetDirectoryName(assembly.Location) is { } folder && folder != RuntimeFolder && folder != AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))
            .Select(assembly => assembly.GetName())
            .Select(name => $"{name.Name} {name.Version?.ToString(3)}")
            .Distinct().Order(StringComparer.Ordinal);
}
