using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AdvRec.Runner.Engine;

/// <summary>Names that a failed cell should have given to the later ones: what fails for want of them says so, instead of speaking of null references.</summary>
internal sealed class MissingNames
{
    private static readonly CSharpParseOptions s_script = new(kind: SourceCodeKind.Script);

    private readonly Dictionary<string, string> _cells = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _named = new(StringComparer.Ordinal);

    /// <summary>A cell has ended: its names are there for the later ones, or missing.</summary>
    /// <param name="cell">What errors call it.</param>
    /// <param name="code">Its text.</param>
    /// <param name="isMissing">Whether a name that it declares has no value.</param>
    public void Ended(string cell, string code, Predicate<string> isMissing)
    {
        var declarations = Declarations(Parse(code)).ToList();
        foreach (var name in Declared(declarations))
        {
            if (isMissing(name))
                _cells[name] = cell;
            else
                _cells.Remove(name);
            _named.Remove(name);
        }

        foreach (var function in declarations.OfType<MethodDeclarationSyntax>())
            _named[function.Identifier.Text] = [.. Names(function).Except(function.ParameterList.Parameters.Select(parameter => parameter.Identifier.Text))];
    }

    /// <summary>What a cell that failed was in want of, such as "not run: needs 'p' of cell 3, which failed"; null where nothing that it names is missing.</summary>
    /// <param name="code">Its text.</param>
    public string? NeededBy(string code)
    {
        if (_cells.Count == 0)
            return null;
        var root = Parse(code);
        var seen = Declared(Declarations(root)).ToHashSet();
        var names = new Queue<string>(Names(root));
        while (names.TryDequeue(out var name))
        {
            if (!seen.Add(name))
                continue;
            if (_cells.TryGetValue(name, out var cell))
                return $"not run: needs '{name}' of {cell}, which failed";
            // What a function names, its caller needs.
            foreach (var inside in _named.GetValueOrDefault(name, []))
                names.Enqueue(inside);
        }

        return null;
    }

    private static IEnumerable<string> Names(SyntaxNode node) =>
        node.DescendantNodes().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.Text);

    /// <summary>Variables and functions of the cell itself, not those inside a function.</summary>
    private static IEnumerable<string> Declared(IEnumerable<SyntaxNode> declarations) => declarations
        .Select(node => node switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.Text,
            SingleVariableDesignationSyntax variable => variable.Identifier.Text,
            MethodDeclarationSyntax function => function.Identifier.Text,
            LocalFunctionStatementSyntax function => function.Identifier.Text,
            _ => "",
        })
        .Where(name => name.Length > 0);

    private static IEnumerable<SyntaxNode> Declarations(SyntaxNode root) => root
        .DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or BlockSyntax or ArrowExpressionClauseSyntax));

    private static SyntaxNode Parse(string code) => CSharpSyntaxTree.ParseText(code, s_script).GetRoot();
}
