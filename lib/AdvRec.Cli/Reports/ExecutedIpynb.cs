using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AdvRec.Cli.Notebooks;
using AdvRec.Cli.Running;
using AdvRec.Runner.Protocol;

namespace AdvRec.Cli.Reports;

/// <summary>An executed notebook as Jupyter's nbformat 4.5.</summary>
internal static class ExecutedIpynb
{
    // Readable characters instead of \u escapes: the file is JSON on disk, never part of a page.
    private static readonly JsonWriterOptions Json = new() { Indented = true, IndentSize = 1, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="stream">Where to.</param>
    /// <param name="executed">What ran.</param>
    /// <param name="options">Where the file will lie, for imports and links are made relative to it, and whether it tells when its cells ran.</param>
    public static void Write(Stream stream, ExecutedNotebook executed, ReportOptions options)
    {
        var cells = executed.Cells.Select((cell, index) => RenderCell(cell, index, executed.Notebook, options)).ToArray<JsonNode?>();
        var notebook = new JsonObject
        {
            ["cells"] = new JsonArray(cells),
            ["metadata"] = new JsonObject
            {
                ["kernelspec"] = new JsonObject { ["display_name"] = ".NET (C#)", ["language"] = "C#", ["name"] = ".net-csharp" },
                ["language_info"] = new JsonObject { ["file_extension"] = ".cs", ["mimetype"] = "text/x-csharp", ["name"] = "polyglot-notebook", ["pygments_lexer"] = "csharp" },
                ["polyglot_notebook"] = new JsonObject
                {
                    ["kernelInfo"] = new JsonObject
                    {
                        ["defaultKernelName"] = Languages.CSharp,
                        ["items"] = new JsonArray(new JsonObject { ["name"] = Languages.CSharp, ["languageName"] = "C#", ["aliases"] = new JsonArray("c#", "C#", "cs") }),
                    },
                },
            },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        using (var writer = new Utf8JsonWriter(stream, Json))
            notebook.WriteTo(writer);
        stream.WriteByte((byte)'\n');
    }

    private static JsonObject RenderCell(ExecutedCell executed, int index, Notebook notebook, ReportOptions options)
    {
        var cell = executed.Cell;
        var text = cell.Language == Languages.Markdown ? MarkdownLinks.Move(cell.Text, options.Links(notebook, ".ipynb")) : ImportPath.Move(cell, notebook.Folder, options.Output);
        var node = new JsonObject
        {
            ["cell_type"] = cell.Language == Languages.Markdown ? "markdown" : cell.IsCode ? "code" : "raw",
            ["id"] = FormattableString.Invariant($"cell-{index + 1}"),
            ["metadata"] = new JsonObject(),
            ["source"] = Lines(text),
        };
        if (cell.Attachments is { } attachments)
            node["attachments"] = attachments.DeepClone();
        if (!cell.IsCode)
            return node;

        var count = executed.State is CellState.NotRun ? null : JsonValue.Create(cell.Number);
        var metadata = new JsonObject
        {
            ["dotnet_interactive"] = new JsonObject { ["language"] = cell.Language },
            ["polyglot_notebook"] = new JsonObject { ["kernelName"] = cell.Language },
        };
        if (!options.Reproducible && executed.Started is { } started)
            metadata["execution"] = new JsonObject { ["iopub.execute_input"] = Timestamp(started), ["shell.execute_reply"] = Timestamp(started.AddSeconds(executed.Seconds)) };
        node["metadata"] = metadata;
        node["execution_count"] = count;
        node["outputs"] = new JsonArray([.. executed.Outputs.Select(output => RenderOutput(output, cell.Number))]);
        return node;
    }

    private static string Timestamp(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);

    private static JsonObject RenderOutput(CellOutput output, int number) => output.Kind switch
    {
        OutputKind.StandardOutput or OutputKind.Note => new() { ["output_type"] = "stream", ["name"] = "stdout", ["text"] = Lines(output.Text) },
        OutputKind.StandardError => new() { ["output_type"] = "stream", ["name"] = "stderr", ["text"] = Lines(output.Text) },
        OutputKind.Error => new()
        {
            ["output_type"] = "error",
            ["ename"] = output.ErrorName ?? "Error",
            ["evalue"] = output.Text.Split('\n')[0],
            ["traceback"] = new JsonArray([.. output.Text.Split('\n').Select(line => JsonValue.Create(line))]),
        },
        OutputKind.Result => new() { ["output_type"] = "execute_result", ["execution_count"] = number, ["data"] = Bundle(output), ["metadata"] = new JsonObject() },
        _ => new() { ["output_type"] = "display_data", ["data"] = Bundle(output), ["metadata"] = new JsonObject() },
    };

    private static JsonObject Bundle(CellOutput output)
    {
        var bundle = new JsonObject();
        foreach (var (type, text) in output.Data)
            bundle[type] = Lines(text);
        return bundle;
    }

    // The format's own way to keep long texts readable in a diff: one string a line.
    private static JsonArray Lines(string text)
    {
        var lines = new JsonArray();
        for (int start = 0, end; start < text.Length; start = end)
        {
            var lineEnd = text.IndexOf('\n', start);
            end = lineEnd < 0 ? text.Length : lineEnd + 1;
            lines.Add((JsonNode)text[start..end]);
        }

        return lines;
    }
}
