using System.Collections;
using System.Runtime.CompilerServices;
using System.Text;
using AdvRec.Runner.Display;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;

namespace AdvRec.Runner.Execution;

/// <summary>The C# of one notebook: what a cell declares, the later ones see.</summary>
internal sealed class CSharpSession(string folder)
{
    private static readonly string[] DefaultUsings =
    [
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        typeof(CellFunctions).FullName!,
    ];

    private ScriptOptions _options = ScriptOptions.Default
        .WithMetadataResolver(new ReferenceResolver(folder))
        .WithSourceResolver(ScriptSourceResolver.Default.WithBaseDirectory(folder))
        .WithLanguageVersion(LanguageVersion.CSharp13)
        .WithEmitDebugInformation(true)
        .WithFileEncoding(Encoding.UTF8)
        .WithAllowUnsafe(true)
        .AddReferences(new[] { typeof(CellFunctions), typeof(IEnumerable), typeof(Microsoft.AspNetCore.Html.IHtmlContent) }.Select(type => AssemblyFile.Reference(type.Assembly.Location)))
        .AddImports(DefaultUsings);

    private ScriptState<object>? _state;

    /// <summary>Lets the cells from here on use these assemblies.</summary>
    public void AddReferences(IEnumerable<string> paths)
    {
        var known = _options.MetadataReferences.Select(reference => reference.Display).ToHashSet(StringComparer.Ordinal);
        _options = _options.AddReferences(paths.Where(path => !known.Contains(path)).Select(AssemblyFile.Reference));
    }

    /// <summary>Runs a piece of code after what has run so far.</summary>
    /// <param name="code">C# script.</param>
    /// <param name="path">What errors and stack traces call the code.</param>
    /// <returns>The value of the trailing expression, if there is one.</returns>
    /// <exception cref="CellFailedException">The code does not compile, or it threw.</exception>
    public async Task<StrongBox<object?>?> RunAsync(string code, string path)
    {
        var options = _options.WithFilePath(path);
        var script = _state is null
            ? CSharpScript.Create(code, options)
            : _state.Script.ContinueWith(code, options);

        // Not by Compile(), which binds everything a second time to look for warnings.
        ScriptState<object> state;
        try
        {
            state = _state is null
                ? await script.RunAsync(globals: null, catchException: _ => true)
                : await script.RunFromAsync(_state, catchException: _ => true);
        }
        catch (CompilationErrorException failure)
        {
            var errors = failure.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
            throw new CellFailedException(errors[0].Id, string.Join('\n', errors.Select(CompilerMessage.Format)));
        }

        _state = state;
        if (state.Exception is { } exception)
            throw new CellFailedException(exception.GetType().FullName!, ErrorText.Of(exception));

        return state.ReturnValue is not null || EndsInValue(script.GetCompilation()) ? new(state.ReturnValue) : null;
    }

    /// <summary>The value of a variable at the top level; null if there is none of that name.</summary>
    public object? Variable(string name) => _state?.GetVariable(name)?.Value;

    // A trailing expression whose value is null is shown; a trailing call of a void method has none.
    private static bool EndsInValue(Compilation compilation)
    {
        var tree = compilation.SyntaxTrees.Last();
        return tree.GetRoot() is CompilationUnitSyntax { Members: [.., GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } statement }] }
            && compilation.GetSemanticModel(tree).GetTypeInfo(statement.Expression).Type is { SpecialType: not SpecialType.System_Void };
    }
}
