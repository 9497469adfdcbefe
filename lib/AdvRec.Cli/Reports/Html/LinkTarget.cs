using Markdig.Syntax.Inlines;

namespace AdvRec.Cli.Reports.Html;

/// <summary>Links and images of a notebook, as its page needs them.</summary>
internal static class LinkTarget
{
    private static readonly Dictionary<string, string> ImageTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".svg"] = "image/svg+xml",
        [".webp"] = "image/webp",
    };

    /// <summary>A link to another notebook leads to its page; an image beside the notebook becomes part of the page.</summary>
    public static string? Rewrite(LinkInline link, string folder)
    {
        var url = link.Url ?? "";
        if (link.IsImage)
            return ImageData(url, folder) ?? url;
        var (path, fragment) = url.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? (url[..hash], url[hash..]) : (url, "");
        return !url.Contains("://", StringComparison.Ordinal) && path.EndsWith(".dib", StringComparison.Ordinal)
            ? Path.ChangeExtension(Path.GetFileName(path), ".html") + fragment
            : url;
    }

    private static string? ImageData(string url, string folder)
    {
        if (url.Contains(':', StringComparison.Ordinal) || !ImageTypes.TryGetValue(Path.GetExtension(url), out var type))
            return null;
        var path = Path.Combine(folder, Uri.UnescapeDataString(url));
        return File.Exists(path) ? $"data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(path))}" : null;
    }
}
