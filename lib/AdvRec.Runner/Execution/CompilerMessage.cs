using System.Globalization;
using Microsoft.CodeAnalysis;

namespace AdvRec.Runner.Execution;

/// <summary>A compiler's complaint in one line: where, which, what.</summary>
internal static class CompilerMessage
{
    public static string Format(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetLineSpan();
        var place = span.IsValid
            ? string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(span.Path)}, line {span.StartLinePosition.Line + 1}, column {span.StartLinePosition.Character + 1}: ")
            : "";
        return $"{place}{diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
    }
}
