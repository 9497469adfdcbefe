using System.Globalization;
using System.Text;
using AdvRec.Runner.Engine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Classification;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AdvRec.Cli.Reports.Html;

/// <summary>Colours C# with the compiler's own classifier: all cells of a notebook as one script, so that each sees what the earlier ones declared.</summary>
internal static class CodeHighlighter
{
    private static readonly string[] Usings = ["System", "System.Collections", "System.Collections.Generic", "System.Linq", "System.Text", "System.Threading.Tasks"];

    private static readonly CSharpParseOptions s_script = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    /// <summary>In characters: longer ones are data, and the classifier takes its time for every name in them.</summary>
    private const int LongestCell = 20_000;

    /// <summary>Of all cells together.</summary>
    private const int LongestCode = 200_000;

    /// <summary>Of what the compiler reads as nested, such as a chain of calls: the classifier's time grows with the square.</summary>
    private const int DeepestSyntax = 500;

    private const int StackSize = 64 * 1024 * 1024;

    /// <param name="cells">Text of the C# cells, in order; what is too long or too deeply nested gets no colours.</param>
    /// <param name="surroundings">What the code refers to.</param>
    /// <returns>Their markup, in the same order.</returns>
    public static IReadOnlyList<string> Highlight(IReadOnlyList<string> cells, ScriptSurroundings surroundings)
    {
        var result = new TaskCompletionSource<IReadOnlyList<string>>();
        // The compiler calls itself for every link of a chain of calls or operators.
        new Thread(
            () =>
            {
                try
                {
                    result.SetResult(Coloured(cells, surroundings));
                }
                catch (InsufficientExecutionStackException)
                {
                    result.SetResult([.. cells.Select(HtmlText.Encode)]);
                }
                catch (Exception exception)
                {
                    result.SetException(exception);
                }
            },
            StackSize).Start();
        return result.Task.GetAwaiter().GetResult();
    }

    private static List<string> Coloured(IReadOnlyList<string> cells, ScriptSurroundings surroundings)
    {
        var imported = CanBeColoured(surroundings.Imported) ? surroundings.Imported : "";
        var isColoured = cells.Select(CanBeColoured).ToList();
        var text = imported + string.Join('\n', cells.Where((_, at) => isColoured[at]));
        var start = imported.Length;
        var spans = text.Length > LongestCode ? [] : Classify(text, new(start, text.Length - start), surroundings.References);
        var next = 0;
        var result = new List<string>();
        foreach (var (at, cell) in cells.Index())
        {
            if (!isColoured[at])
            {
                result.Add(HtmlText.Encode(cell));
                continue;
            }

            // Both are in the order of the text.
            var first = next;
            while (next < spans.Count && spans[next].TextSpan.Start < start + cell.Length)
                next++;
            result.Add(Markup(text, new(start, cell.Length), spans[first..next]));
            start += cell.Length + 1;
        }

        return result;
    }

    private static bool CanBeColoured(string code) => code.Length <= LongestCell && !Nesting.IsTooDeep(code) && IsShallow(code);

    private static bool IsShallow(string code)
    {
        var open = new Stack<(SyntaxNode Node, int Depth)>();
        open.Push((CSharpSyntaxTree.ParseText(code, s_script).GetRoot(), 0));
        while (open.TryPop(out var next))
        {
            if (next.Depth > DeepestSyntax)
                return false;
            foreach (var child in next.Node.ChildNodes())
                open.Push((child, next.Depth + 1));
        }

        return true;
    }

    private static List<ClassifiedSpan> Classify(string text, TextSpan extent, IEnumerable<string> libraries)
    {
        using var workspace = new AdhocWorkspace();
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, usings: Usings);
        var project = workspace.AddProject(ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "notebook", "notebook", LanguageNames.CSharp,
            compilationOptions: options,
            parseOptions: s_script,
            metadataReferences: [.. References(libraries)]));
        var document = workspace.AddDocument(DocumentInfo.Create(DocumentId.CreateNewId(project.Id), "notebook.csx",
            sourceCodeKind: SourceCodeKind.Script, loader: TextLoader.From(TextAndVersion.Create(SourceText.From(text), VersionStamp.Default))));
        return [.. Classifier.GetClassifiedSpansAsync(document, extent).GetAwaiter().GetResult().OrderBy(span => span.TextSpan.Start).ThenByDescending(span => span.TextSpan.Length)];
    }

    private static IEnumerable<MetadataReference> References(IEnumerable<string> libraries) =>
        new[] { typeof(object), typeof(Enumerable), typeof(Console), typeof(List<>), typeof(StringBuilder) }
            .Select(type => type.Assembly.Location)
            .Append(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.Runtime.dll"))
            .Concat(libraries).Distinct()
            .Select(path => MetadataReference.CreateFromFile(path));

    private static string Markup(string text, TextSpan extent, IEnumerable<ClassifiedSpan> spans)
    {
        var html = new StringBuilder();
        var position = extent.Start;
        foreach (var span in spans.Where(span => CssClass(span.ClassificationType) is not null))
        {
            if (span.TextSpan.Start < position || span.TextSpan.End > extent.End)
                continue;
            html.Append(HtmlText.Encode(text[position..span.TextSpan.Start]));
            html.Append(CultureInfo.InvariantCulture, $"<span class=\"{CssClass(span.ClassificationType)}\">{HtmlText.Encode(text[span.TextSpan.Start..span.TextSpan.End])}</span>");
            position = span.TextSpan.End;
        }

        return html.Append(HtmlText.Encode(text[position..extent.End])).ToString();
    }

    private static string? CssClass(string classification) => classification switch
    {
        ClassificationTypeNames.Keyword or ClassificationTypeNames.ControlKeyword => "k",
        ClassificationTypeNames.PreprocessorKeyword or ClassificationTypeNames.PreprocessorText => "p",
        ClassificationTypeNames.Comment => "c",
        ClassificationTypeNames.StringLiteral or ClassificationTypeNames.VerbatimStringLiteral or ClassificationTypeNames.StringEscapeCharacter => "s",
        ClassificationTypeNames.NumericLiteral => "n",
        ClassificationTypeNames.MethodName or ClassificationTypeNames.ExtensionMethodName => "m",
        ClassificationTypeNames.ClassName or ClassificationTypeNames.RecordClassName or ClassificationTypeNames.StructName or ClassificationTypeNames.RecordStructName
            or ClassificationTypeNames.InterfaceName or ClassificationTypeNames.EnumName or ClassificationTypeNames.DelegateName or ClassificationTypeNames.TypeParameterName => "t",
        _ => null,
    };
}
