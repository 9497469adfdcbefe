using System.Text.Json;
using System.Text.Json.Nodes;
using AdvRec.Data;
using Markdig.Syntax.Inlines;

namespace AdvRec.Cli.Reports.Html;

/// <summary>Links and images of a notebook, as its page needs them.</summary>
internal static class LinkTarget
{
    private const string AttachmentScheme = "attachment:";

    private static readonly Dictionary<string, string> ImageTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".svg"] = "image/svg+xml",
        [".webp"] = "image/webp",
    };

    /// <summary>A link to another notebook leads to its page; an image beside the notebook, or attached to its cell, becomes part of the page.</summary>
    /// <returns>Null if it leads nowhere: there is no such page, or the file is not beside the page.</returns>
    public static string? Rewrite(LinkInline link, string folder, JsonObject? attachments, Func<string, bool> hasPage)
    {
        var url = link.Url ?? "";
        if (link.IsImage)
            return Attachment(url, attachments) ?? ImageData(url, folder) ?? url;
        var (path, fragment) = url.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? (url[..hash], url[hash..]) : (url, "");
        if (path.Length == 0 || url.Contains(':', StringComparison.Ordinal))
            return url;
        var name = Path.GetFileNameWithoutExtension(path);
        return path.EndsWith(".dib", StringComparison.Ordinal) && hasPage(Uri.UnescapeDataString(name)) ? name + ".html" + fragment : null;
    }

    private static string? Attachment(string url, JsonObject? attachments)
    {
        if (!url.StartsWith(AttachmentScheme, StringComparison.Ordinal) || attachments?[Uri.UnescapeDataString(url[AttachmentScheme.Length..])] is not JsonObject { Count: > 0 } bundle)
            return null;
        var (type, data) = bundle.First();
        var lines = data is JsonArray array ? array : (IEnumerable<JsonNode?>)[data];
        // Whatever else stands there is no image.
        return lines.All(line => line?.GetValueKind() == JsonValueKind.String) ? $"data:{type};base64,{string.Concat(lines.Select(line => (string?)line))}" : null;
    }

    private static string? ImageData(string url, string folder)
    {
        if (url.Contains(':', StringComparison.Ordinal) || !ImageTypes.TryGetValue(Path.GetExtension(url), out var type))
            return null;
        return FileContent.Optional(Path.Combine(folder, Uri.UnescapeDataString(url))) is { } image ? $"data:{type};base64,{Convert.ToBase64String(image)}" : null;
    }
}
