using System.Text.Json;
using Microsoft.DotNet.Interactive.Documents;

namespace AdvRec.Cli.Notebooks;

/// <summary><c>.dib</c> files, read as .NET Interactive reads them, with the lines on which cells begin.</summary>
internal static class DibFile
{
    private const string Header = "#!meta";

    /// <param name="text">Content of the file; lines end in <c>\n</c>.</param>
    /// <param name="path">Named in errors.</param>
    /// <exception cref="NotebookFormatException">The header is not JSON.</exception>
    public static IReadOnlyList<Cell> Read(string text, string path)
    {
        var cells = new List<Cell>();
        var (position, line) = (0, 1);
        foreach (var element in Parse(text, path).Elements.Where(element => element.Contents.Length > 0))
        {
            // Cells come in the order of the file, each as it stands there.
            var start = text.IndexOf(element.Contents, position, StringComparison.Ordinal);
            if (start >= 0)
            {
                line += text.AsSpan(position, start - position).Count('\n');
                cells.Add(ToCell(element, line));
                line += element.Contents.AsSpan().Count('\n');
                position = start + element.Contents.Length;
            }
            else
            {
                cells.Add(ToCell(element, line: 0));
            }
        }

        return cells;

        Cell ToCell(InteractiveDocumentElement element, int line) =>
            new(element.KernelName == Languages.Markdown ? 0 : cells.Count(cell => cell.IsCode) + 1, element.KernelName!, element.Contents, line);
    }

    /// <summary>The content of a file with these cells; raw ones have no place in it.</summary>
    public static string Write(IEnumerable<Cell> cells)
    {
        var elements = cells.Where(cell => cell.Language != Languages.Raw).Select(cell => new InteractiveDocumentElement(cell.Text, cell.Language, [])).ToList();
        var known = Languages.Known();
        var unknown = elements.Select(element => element.KernelName!).Distinct().Where(name => !known.Contains(name)).Select(name => $",{{\"name\":\"{name}\",\"aliases\":[]}}");
        // As recent editors write it; Documents leaves out what is empty.
        return $$$"""
            {{{Header}}}

            {"kernelInfo":{"defaultKernelName":"csharp","items":[{"name":"csharp","languageName":"C#","aliases":["C#","c#"]},{"name":"markdown","languageName":"Markdown","aliases":[]}{{{string.Concat(unknown)}}}]}}

            {{{new InteractiveDocument(elements).ToCodeSubmissionContent()}}}
            """.ReplaceLineEndings("\n");
    }

    /// <exception cref="NotebookFormatException">The header is not JSON.</exception>
    private static InteractiveDocument Parse(string text, string path)
    {
        try
        {
            return CodeSubmission.Parse(text.TrimStart('\uFEFF'), Languages.Known());
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            var header = text.StartsWith(Header, StringComparison.Ordinal) ? 0 : text.IndexOf($"\n{Header}", StringComparison.Ordinal) + 1;
            throw new NotebookFormatException(path, text.AsSpan(0, header).Count('\n') + 1,
                $"what follows {Header} is not the JSON of a notebook header ({exception.Message}) Correct it or delete the block.");
        }
    }
}
