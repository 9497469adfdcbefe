using AdvRec.Data;

namespace AdvRec.Sources.Fetching;

/// <summary>Where files come from: a folder or a file here, or a folder or a file on the web.</summary>
internal static class Origin
{
    /// <returns>Address of the file: `file:` for one that is here.</returns>
    public static Uri Of(CatalogueEntry entry, RemoteFile file, string? from)
    {
        if (string.IsNullOrWhiteSpace(from))
            return new(entry.Address, file.Name);
        if (Uri.TryCreate(from, UriKind.Absolute, out var web) && web.Scheme is "http" or "https")
            return web.AbsolutePath.EndsWith("/" + file.Name, StringComparison.Ordinal) ? web : new($"{from.TrimEnd('/')}/{file.Name}");
        if (Directory.Exists(from))
            return new(Path.GetFullPath(Path.Combine(from, file.Name)));
        if (!File.Exists(from))
            throw new DatasetException($"--from {from}: there is no such folder or file.");
        return entry.Files.Count == 1
            ? new(Path.GetFullPath(from))
            : throw new DatasetException($"--from {from}: {entry.Name} is made of {string.Join(" and ", entry.Files.Select(part => part.Name))}; name the folder that holds them.");
    }
}
