using System.IO.Compression;
using AdvRec.Data;

namespace AdvRec.Sources.Fetching;

/// <summary>Unpacks zip archives that may be hostile.</summary>
internal static class SafeArchive
{
    private const int MostEntries = 1000, UnixTypeShift = 16, UnixTypeMask = 0xF000, UnixLink = 0xA000;

    /// <param name="archive">The zip file.</param>
    /// <param name="folder">Where to unpack to; nothing is written outside.</param>
    /// <param name="mostBytes">More unpacked bytes are refused.</param>
    /// <param name="watch">Who is told of progress.</param>
    /// <exception cref="DatasetException">The archive is damaged or does what none of ours does.</exception>
    public static void Extract(string archive, string folder, long mostBytes, Watch watch)
    {
        try
        {
            using var zip = ZipFile.OpenRead(archive);
            if (zip.Entries.Count > MostEntries)
                throw Refused(archive, $"{zip.Entries.Count} entries");
            var left = mostBytes;
            foreach (var entry in zip.Entries)
            {
                var path = PathOf(archive, entry, folder);
                if (entry.FullName.EndsWith('/'))
                    Directory.CreateDirectory(path);
                else
                    left -= Extract(archive, entry, path, left, watch);
            }
        }
        catch (InvalidDataException problem)
        {
            throw new DatasetException($"{archive}: this is not a whole zip archive ({problem.Message.TrimEnd('.')}); fetch it again.");
        }
    }

    private static string PathOf(string archive, ZipArchiveEntry entry, string folder)
    {
        var name = entry.FullName;
        var parts = name.Split('/');
        if (name.AsSpan().ContainsAny('\\', ':', '\0') || name.StartsWith('/') || parts.Contains(".."))
            throw Refused(archive, $"'{name}', which points outside of its folder");
        if (((entry.ExternalAttributes >> UnixTypeShift) & UnixTypeMask) == UnixLink)
            throw Refused(archive, $"'{name}', which is a link");
        return Path.Combine([folder, .. parts]);
    }

    private static long Extract(string archive, ZipArchiveEntry entry, string path, long mostBytes, Watch watch)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (Path.Exists(path))
            throw Refused(archive, $"'{entry.FullName}' twice");
        using var content = entry.Open();
        using var file = File.Create(path);
        var buffer = new byte[1 << 16];
        for (int count; (count = content.Read(buffer)) > 0;)
        {
            // The length that an entry states may be a lie, so that what comes out is counted.
            if (file.Position + count > mostBytes)
                throw Refused(archive, FormattableString.Invariant($"more than expected (over {mostBytes / 1e6:F0} MB)"));
            file.Write(buffer, 0, count);
            watch.Report($"Unpacking {entry.Name}", file.Position, entry.Length);
        }

        return file.Position == entry.Length ? file.Position : throw new InvalidDataException($"'{entry.FullName}' is cut off");
    }

    private static DatasetException Refused(string archive, string what) => new($"{archive}: the archive holds {what}; it was not unpacked.");
}
