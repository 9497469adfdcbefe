using System.Reflection;
using System.Runtime.Loader;
using AdvRec.Figures;

namespace AdvRec.Notebooks.Loading;

/// <summary>
/// Keeps Plotly.NET and its FSharp.Core apart from the host's, which may be older: F# assemblies compiled against one fail on the other.
/// </summary>
internal sealed class ChartsLoadContext(string chartsPath) : AssemblyLoadContext("AdvRec.Charts")
{
    private static readonly Assembly s_shared = typeof(IFigureDrawer).Assembly;

    private readonly AssemblyDependencyResolver _resolver = new(chartsPath);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        // A second copy would hold a second, different interface.
        if (assemblyName.Name == s_shared.GetName().Name) return s_shared;
        return _resolver.ResolveAssemblyToPath(assemblyName) is { } path
            ? LoadFromAssemblyPath(path)
            : GetLoadContext(s_shared)?.LoadFromAssemblyName(assemblyName);
    }
}
