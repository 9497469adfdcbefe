using System.Text.RegularExpressions;
using AdvRec.Cli.Notebooks;
using AdvRec.Data;

namespace AdvRec.Cli.Reports.Html;

/// <summary>What a notebook's code refers to, so that its colours know the types of libraries too.</summary>
/// <param name="Imported">Code of the files that it imports.</param>
/// <param name="References">Paths of the assemblies that it references, and of those beside them.</param>
internal sealed partial record ScriptSurroundings(string Imported, IReadOnlyList<string> References)
{
    public static ScriptSurroundings Of(Notebook notebook)
    {
        var code = CSharp(notebook);
        var imported = string.Concat(Import().Matches(code).Select(match => Read(Path.GetFullPath(match.Groups["path"].Value, notebook.Folder))));
        var references = Reference().Matches(imported + code)
            .Select(match => Path.GetFullPath(match.Groups["path"].Value, notebook.Folder))
            .Where(File.Exists)
            .SelectMany(path => Directory.GetFiles(Path.GetDirectoryName(path)!, "*.dll"))
            .Distinct();
        return new(imported, [.. references]);
    }

    // A file that cannot be read fails its cell when that runs; colours can do without.
    private static string Read(string path)
    {
        try
        {
            return FileContent.IsMissing(path) ? "" : Notebook.IsNotebook(path) ? CSharp(Notebook.Load(path)) : File.ReadAllText(path) + '\n';
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotebookFormatException)
        {
            return "";
        }
    }

    private static string CSharp(Notebook notebook) =>
        string.Concat(notebook.Cells.Where(cell => cell.Language == Languages.CSharp).Select(cell => cell.Text + '\n'));

    [GeneratedRegex("""^#!import +"?(?<path>[^"\n\0]+?)"? *$""", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex("""^\s*#r\s+"(?<path>[^"\n\0]+\.dll)"\s*$""", RegexOptions.Multiline)]
    private static partial Regex Reference();
}
