using System.Text.Json.Nodes;
using AngleSharp.Dom;

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

    /// <summary>A link leads from the page to where it led from the notebook; an image beside the notebook, or attached to its cell, becomes part of the page.</summary>
    public static void Rewrite(IElement element, string folder, MovedLinks links, JsonObject? attachments)
    {
        if (element.LocalName == "img" && element.GetAttribute("src") is { } source && (Attachment(source, attachments) ?? ImageData(source, folder)) is { } image)
            element.SetAttribute("src", image);
        else if (element.LocalName == "a" && element.GetAttribute("href") is { } target)
            element.SetAttribute("href", links.Move(target));
    }

    private static string? Attachment(string url, JsonObject? attachments) =>
        url.StartsWith(AttachmentScheme, StringComparison.Ordinal) && attachments?[Uri.UnescapeDataString(url[AttachmentScheme.Length..])] is JsonObject { Count: > 0 } bundle
            ? $"data:{bundle.First().Key};base64,{(bundle.First().Value is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)bundle.First().Value)}"
            : null;

    private static string? ImageData(string url, string folder)
    {
        if (url.Contains(':', StringComparison.Ordinal) || !ImageTypes.TryGetValue(Path.GetExtension(url), out var type))
            return null;
        var path = Path.Combine(folder, Uri.UnescapeDataString(url));
        return File.Exists(path) ? $"data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(path))}" : null;
    }
}
