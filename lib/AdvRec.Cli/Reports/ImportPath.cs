using System.Text.RegularExpressions;
using AdvRec.Cli.Notebooks;

namespace AdvRec.Cli.Reports;

/// <summary>Keeps <c>#!import</c> working in a copy of a notebook that lies elsewhere.</summary>
internal static partial class ImportPath
{
    public static string Move(Cell cell, string from, string to) => cell.Language != Languages.CSharp
        ? cell.Text
        : Import().Replace(cell.Text, match =>
        {
            var path = Path.GetRelativePath(to, Path.GetFullPath(match.Groups["path"].Value.Trim('"'), from)).Replace('\\', '/');
            path = path.StartsWith('.') || Path.IsPathRooted(path) ? path : "./" + path;
            // .NET Interactive wants quotes around a blank, Verso takes none.
            return match.Groups["command"].Value + (path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path);
        });

    [GeneratedRegex(@"^(?<command>#!import +)(?<path>\S.*)$", RegexOptions.Multiline)]
    private static partial Regex Import();
}
