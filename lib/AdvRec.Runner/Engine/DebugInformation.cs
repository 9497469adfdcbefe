using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive.CSharp;

namespace AdvRec.Runner.Engine;

/// <summary>Lets errors at run time name the line of their cell, for which the engine has no option.</summary>
internal static class DebugInformation
{
    /// <param name="kernel">Compiles cells, by default without line numbers.</param>
    /// <param name="path">What stack traces call the next cell.</param>
    public static void Use(CSharpKernel kernel, string path)
    {
        ref var options = ref Options(kernel);
        options = options.WithEmitDebugInformation(true).WithFileEncoding(Encoding.UTF8).WithFilePath(path);
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_scriptOptions")]
    private static extern ref ScriptOptions Options(CSharpKernel kernel);
}
