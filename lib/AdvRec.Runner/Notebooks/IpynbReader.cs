using System.Text.Json;

namespace AdvRec.Runner.Notebooks;

/// <summary>Reads a Jupyter notebook (nbformat 4), so that an executed one can be run again. Outputs in the file are ignored.</summary>
internal static class IpynbReader
{
    private const string Marker = "#!";

    /// <exception cref="NotebookFormatException">Not JSON, or not a notebook of version 4.</exception>
    public static IReadOnlyList<Cell> Parse(string text, string path)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.GetProperty("nbformat").GetInt32() != 4)
                throw new NotebookFormatException(path, 1, $"it is of nbformat {root.GetProperty("nbformat")}; only version 4 can be read. Save it again with a current Jupyter.");
            return Read(root);
        }
        catch (JsonException exception)
        {
            throw new NotebookFormatException(path, (int)(exception.LineNumber ?? 0) + 1, $"not JSON ({exception.Message}) Save the notebook again from where it was made.");
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new NotebookFormatException(path, 1, $"not a Jupyter notebook ({exception.Message}) Save the notebook again from where it was made.");
        }
    }

    private static List<Cell> Read(JsonElement root)
    {
        var languages = new Languages();
        var defaultLanguage = DefaultLanguage(root);
        var cells = new List<Cell>();
        foreach (var element in root.GetProperty("cells").EnumerateArray())
        {
            var text = Source(element.GetProperty("source")).Trim('\n');
            if (text.Length == 0)
                continue;
            var language = element.GetProperty("cell_type").GetString() switch
            {
                "markdown" => Languages.Markdown,
                "raw" => Languages.Raw,
                _ => CellLanguage(element) ?? defaultLanguage,
            };

            // Jupyter has one kernel a notebook: a cell in another language says so in its first line.
            var lines = text.Split('\n', 2);
            if (lines[0].StartsWith(Marker, StringComparison.Ordinal) && languages.Find(lines[0][Marker.Length..]) is { } marked)
                (language, text) = (marked, lines.Length > 1 ? lines[1] : "");
            var isText = language is Languages.Markdown or Languages.Raw;
            cells.Add(new(isText ? 0 : cells.Count(cell => cell.IsCode) + 1, language, text, Line: 0));
        }

        return cells;
    }

    private static string? CellLanguage(JsonElement cell)
    {
        if (!cell.TryGetProperty("metadata", out var metadata))
            return null;
        if (metadata.TryGetProperty("polyglot_notebook", out var polyglot) && polyglot.TryGetProperty("kernelName", out var kernel))
            return kernel.GetString();
        return metadata.TryGetProperty("dotnet_interactive", out var interactive) && interactive.TryGetProperty("language", out var language) ? language.GetString() : null;
    }

    private static string DefaultLanguage(JsonElement root)
    {
        var kernel = root.TryGetProperty("metadata", out var metadata) && metadata.TryGetProperty("kernelspec", out var spec) && spec.TryGetProperty("name", out var name)
            ? name.GetString()!
            : ".net-csharp";
        return kernel.StartsWith(".net-", StringComparison.Ordinal) ? kernel[".net-".Length..] : kernel;
    }

    private static string Source(JsonElement source) =>
        (source.ValueKind == JsonValueKind.Array ? string.Concat(source.EnumerateArray().Select(line => line.GetString())) : source.GetString()!).ReplaceLineEndings("\n");
}
