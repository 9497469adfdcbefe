using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.DotNet.Interactive.Documents;
using JupyterNotebook = Microsoft.DotNet.Interactive.Documents.Jupyter.Notebook;

namespace AdvRec.Cli.Notebooks;

/// <summary>Jupyter notebooks (nbformat 4), read as .NET Interactive reads them, and with what it drops: which cells are raw, and attachments. Outputs in the file are ignored.</summary>
internal static partial class JupyterFile
{
    private const string Marker = "#!";

    /// <summary>What says in which language cells are; other tools keep there whatever they like, nested as deeply as they like.</summary>
    private static readonly string[] s_metadata = ["kernelspec", "language_info", "dotnet_interactive", "polyglot_notebook"];

    private static readonly JsonDocumentOptions s_deep = new() { MaxDepth = 1000 };

    /// <param name="text">Content of the file.</param>
    /// <param name="path">Named in errors.</param>
    /// <exception cref="NotebookFormatException">Not JSON, or not a notebook of version 4.</exception>
    public static IReadOnlyList<Cell> Read(string text, string path)
    {
        try
        {
            if (JsonNode.Parse(WithWholeCharacters(text), documentOptions: s_deep) is not JsonObject root || (int?)root["nbformat"] is not { } version)
                throw new NotebookFormatException(path, 1, "not a Jupyter notebook (it has no nbformat). Save the notebook again from where it was made.");
            if (version != 4)
                throw new NotebookFormatException(path, 1, $"it is of nbformat {version}; only version 4 can be read. Save it again with a current Jupyter.");
            var cells = root["cells"]?.AsArray() ?? [];
            foreach (var part in cells.Prepend(root).OfType<JsonObject>())
            {
                part.Remove("outputs");
                foreach (var (name, _) in (part["metadata"] as JsonObject)?.Where(entry => !s_metadata.Contains(entry.Key)).ToList() ?? [])
                    part["metadata"]!.AsObject().Remove(name);
            }

            return Read(Parse(root.ToJsonString()), cells);
        }
        catch (JsonException exception)
        {
            throw new NotebookFormatException(path, (int)(exception.LineNumber ?? 0) + 1, $"it cannot be read as JSON ({exception.Message}) Save the notebook again from where it was made.");
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException or ArgumentException)
        {
            throw new NotebookFormatException(path, 1, $"not a Jupyter notebook ({exception.Message}) Save the notebook again from where it was made.");
        }
    }

    // Half of a character, which a program cut in two: an escape that stands for no text.
    private static string WithWholeCharacters(string json) => EscapeSequence().Replace(json, escape => escape.Groups["half"].Success ? @"\ufffd" : escape.Value);

    [GeneratedRegex(@"\\(u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex EscapeSequence();

    // It is JSON by then: what the reader finds wrong is the notebook.
    private static InteractiveDocument Parse(string text)
    {
        try
        {
            return JupyterNotebook.Parse(text, Languages.Known());
        }
        catch (JsonException exception)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    private static List<Cell> Read(InteractiveDocument document, JsonArray sources)
    {
        var cells = new List<Cell>();
        var known = Languages.Known();
        foreach (var (element, source) in document.Elements.Zip(sources))
        {
            var text = WithoutMarker(element, known).ReplaceLineEndings("\n").Trim('\n');
            if (text.Length == 0)
                continue;
            var language = (string?)source!["cell_type"] == "raw" ? Languages.Raw : Languages.Canonical(element.KernelName!, known);
            var isText = language is Languages.Markdown or Languages.Raw;
            cells.Add(new(isText ? 0 : cells.Count(cell => cell.IsCode) + 1, language, text, Line: 0, source["attachments"]?.DeepClone() as JsonObject));
        }

        return cells;
    }

    // Jupyter has one kernel a notebook: a cell in another language says so in its first line.
    private static string WithoutMarker(InteractiveDocumentElement element, KernelInfoCollection known)
    {
        var lines = element.Contents.Split('\n', 2);
        var name = lines[0].StartsWith(Marker, StringComparison.Ordinal) ? lines[0][Marker.Length..] : "";
        return known.Any(language => language.Name == name || language.Aliases.Contains(name)) ? lines.ElementAtOrDefault(1) ?? "" : element.Contents;
    }
}
