using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive.CSharp;

namespace AdvRec.Runner.Engine;

/// <summary>How cells are compiled, for which the engine has no options.</summary>
internal static class CompilerOptions
{
    /// <summary>Lets errors at run time name the line of their cell.</summary>
    /// <param name="kernel">Compiles cells, by default without line numbers.</param>
    /// <param name="path">What stack traces call the next cell.</param>
    public static void NameLines(CSharpKernel kernel, string path)
    {
        ref var options = ref Of(kernel);
        options = options.WithEmitDebugInformation(true).WithFileEncoding(Encoding.UTF8).WithFilePath(path);
    }

    /// <summary>Reads no more of an assembly than the compiler needs.</summary>
    /// <param name="kernel">Compiles cells.</param>
    /// <param name="folder">The notebook's, where relative paths of assemblies start.</param>
    public static void ReadMetadataAlone(CSharpKernel kernel, string folder)
    {
        ref var options = ref Of(kernel);
        options = options.WithMetadataResolver(new ReferenceResolver(folder)).WithSourceResolver(ScriptSourceResolver.Default.WithBaseDirectory(folder));
        // Else the first cell brings the engine's resolvers back, as after any change of folder.
        WorkingDirectory(kernel) = Directory.GetCurrentDirectory();
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_workingDirectory")]
    private static extern ref string WorkingDirectory(CSharpKernel kernel);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_scriptOptions")]
    private static extern ref ScriptOptions Of(CSharpKernel kernel);
}
