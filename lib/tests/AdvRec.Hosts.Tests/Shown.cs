using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AdvRec.Hosts.Tests;

/// <summary>What the code cells of an executed <c>.ipynb</c> show.</summary>
/// <param name="Texts">The words per cell: what it printed, and its values, figures' captions and tables among them; some hosts keep their markup only.</param>
/// <param name="Tables">All tables from the top, figures' numbers among them, as markup.</param>
/// <param name="Errors">What failed.</param>
internal sealed partial record Shown(IReadOnlyList<string> Texts, IReadOnlyList<string> Tables, IReadOnlyList<string> Errors)
{
    public static Shown In(string ipynb)
    {
        using var notebook = JsonDocument.Parse(File.ReadAllText(ipynb));
        var cells = notebook.RootElement.GetProperty("cells").EnumerateArray()
            .Where(cell => cell.GetProperty("cell_type").GetString() == "code" && Join(cell.GetProperty("source")).Trim().Length > 0)
            .Select(cell => cell.GetProperty("outputs").EnumerateArray().Where(output => !IsBootstrap(output)).ToList())
            .ToList();
        return new(
            [.. cells.Select(outputs => string.Join(' ', string.Join('\n', outputs.Select(Text)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))],
            [.. cells.SelectMany(outputs => outputs.Select(Html)).SelectMany(html => Table().Matches(html).Select(match => match.Value))],
            [.. cells.SelectMany(outputs => outputs).Where(output => Kind(output) == "error" || IsStderr(output)).Select(output => output.GetRawText())]);
    }

    /// <summary>The Jupyter kernel's own script in the first output, with the machine's addresses.</summary>
    private static bool IsBootstrap(JsonElement output) => Html(output).Contains("probeAddresses", StringComparison.Ordinal);

    private static bool IsStderr(JsonElement output) => output.TryGetProperty("name", out var name) && name.GetString() == "stderr";

    private static string? Kind(JsonElement output) => output.GetProperty("output_type").GetString();

    private static string Text(JsonElement output) => output.TryGetProperty("text", out var text) ? Join(text)
        : Html(output) is { Length: > 0 } html ? WebUtility.HtmlDecode(Tag().Replace(Unseen().Replace(html, " "), " "))
        : Data(output, "text/plain");

    private static string Html(JsonElement output) => Data(output, "text/html");

    private static string Data(JsonElement output, string type) =>
        output.TryGetProperty("data", out var data) && data.TryGetProperty(type, out var value) ? Join(value) : "";

    private static string Join(JsonElement text) => text.ValueKind == JsonValueKind.Array ? string.Concat(text.EnumerateArray().Select(line => line.GetString())) : text.GetString()!;

    [GeneratedRegex("<table.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex("<(script|style)\\b.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Unseen();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}
