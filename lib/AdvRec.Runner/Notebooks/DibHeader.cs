using System.Text.Json;

namespace AdvRec.Runner.Notebooks;

/// <summary>The optional JSON after <c>#!meta</c>: names of languages and which one a file starts with.</summary>
internal static class DibHeader
{
    public const string Marker = "#!meta";

    /// <summary>Adds the header's languages and returns the one that unmarked text is in, if the header names one.</summary>
    /// <exception cref="NotebookFormatException">Not JSON, or not the JSON of a header.</exception>
    public static string? Read(string json, Languages languages, string path, int line)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (!document.RootElement.TryGetProperty("kernelInfo", out var kernels))
                return null;
            if (kernels.TryGetProperty("items", out var items))
            {
                foreach (var item in items.EnumerateArray())
                    languages.Add(item.GetProperty("name").GetString()!, Aliases(item));
            }

            return kernels.TryGetProperty("defaultKernelName", out var name) ? languages.Find(name.GetString()!) : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentNullException)
        {
            throw new NotebookFormatException(path, line,
                $"what follows {Marker} is not the JSON of a notebook header ({exception.Message}) Correct it or delete the block.");
        }
    }

    private static IEnumerable<string> Aliases(JsonElement item) =>
        item.TryGetProperty("aliases", out var aliases) ? [.. aliases.EnumerateArray().Select(alias => alias.GetString()!)] : [];
}
