using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AdvRec.Runner.Engine;

/// <summary>
/// Finds what cells refer to: the runtime's assemblies by name, others by path, and beside those what they need. They are mapped into memory: the compiler's own
/// resolver reads whole files, which are mostly machine code.
/// </summary>
/// <param name="folder">Where relative paths start in code that is in no file.</param>
internal sealed class ReferenceResolver(string folder) : MetadataReferenceResolver
{
    private static readonly Dictionary<string, string> RuntimeAssemblies = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .DistinctBy(Path.GetFileNameWithoutExtension)
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase);

    private static readonly ConcurrentDictionary<string, PortableExecutableReference> Known = new(StringComparer.Ordinal);

    private readonly string _folder = folder;

    public override bool ResolveMissingAssemblies => true;

    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        var path = RuntimeAssemblies.GetValueOrDefault(reference) ?? Path.GetFullPath(reference, Path.GetDirectoryName(baseFilePath) ?? _folder);
        return File.Exists(path) ? [Known.GetOrAdd(path, Read)] : [];
    }

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity)
    {
        var path = RuntimeAssemblies.GetValueOrDefault(referenceIdentity.Name)
            ?? Path.Combine(Path.GetDirectoryName((definition as PortableExecutableReference)?.FilePath) ?? _folder, referenceIdentity.Name + ".dll");
        return File.Exists(path) ? Known.GetOrAdd(path, Read) : null;
    }

    public override bool Equals(object? other) => other is ReferenceResolver resolver && resolver._folder == _folder;

    public override int GetHashCode() => _folder.GetHashCode(StringComparison.Ordinal);

    private static PortableExecutableReference Read(string path)
    {
        var module = ModuleMetadata.CreateFromStream(File.OpenRead(path));
        return AssemblyMetadata.Create(module).GetReference(filePath: path, display: path);
    }
}
