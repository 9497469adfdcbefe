using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AdvRec.Cli.Tests.Execution;

/// <summary>A library with a dependency flat beside it, as notebooks reference one.</summary>
internal static class SampleLibrary
{
    private const string Dependency = """
        namespace Sample;
        public class Book
        {
            public string Title => "Emma";
        }
        """;

    private const string Library = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        namespace Sample;
        [TypeFormatterSource(typeof(ShelfFormatters))]
        public class Shelf
        {
            public Book First { get; } = new();
            public string ToHtml() => "not used where there is a formatter source";
        }
        internal sealed class TypeFormatterSourceAttribute(Type type) : Attribute
        {
            public Type FormatterSourceType => type;
            public string[] PreferredMimeTypes { get; set; } = ["text/html"];
        }
        internal sealed class ShelfFormatters
        {
            public IEnumerable<object> CreateTypeFormatters() { yield return new ShelfFormatter(); }
        }
        internal sealed class ShelfFormatter
        {
            public string MimeType => "text/html";
            public bool Format(object instance, TextWriter writer)
            {
                if (instance is not Shelf) return false;
                writer.Write("<em>from the formatter source</em>");
                return true;
            }
        }
        """;

    /// <returns>Path of the library.</returns>
    public static string Build(string folder)
    {
        var dependency = Emit("Sample.Book", Dependency, folder, []);
        return Emit("Sample", Library, folder, [dependency]);
    }

    private static string Emit(string name, string source, string folder, IEnumerable<string> references)
    {
        var path = Path.Combine(folder, name + ".dll");
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file).StartsWith("System.", StringComparison.Ordinal) && File.Exists(file));
        var compilation = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(source)],
            platform.Concat(references).Select(file => MetadataReference.CreateFromFile(file)), new(OutputKind.DynamicallyLinkedLibrary));
        var result = compilation.Emit(path);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return path;
    }
}
