using System.Collections.Concurrent;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace AdvRec.Runner.Execution;

/// <summary>Assemblies as the compiler sees them. Only their metadata is read: Roslyn's own way reads whole files, which are mostly machine code, again for every cell.</summary>
internal static class AssemblyFile
{
    private static readonly ConcurrentDictionary<string, PortableExecutableReference> Known = new(StringComparer.Ordinal);

    public static PortableExecutableReference Reference(string path) => Known.GetOrAdd(path, Read);

    private static PortableExecutableReference Read(string path)
    {
        var module = ModuleMetadata.CreateFromStream(File.OpenRead(path), PEStreamOptions.PrefetchMetadata);
        return AssemblyMetadata.Create(module).GetReference(filePath: path, display: path);
    }
}
