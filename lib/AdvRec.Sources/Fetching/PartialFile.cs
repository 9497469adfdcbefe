using System.Net;
using System.Net.Http.Headers;

namespace AdvRec.Sources.Fetching;

/// <summary>What has arrived of a file: NAME.part, and beside it the server's mark of the version that it is a part of.</summary>
internal sealed class PartialFile(string folder, RemoteFile file)
{
    private readonly string _mark = System.IO.Path.Combine(folder, file.Name + ".part.version");

    public string Name => file.Name;

    public string Path { get; } = System.IO.Path.Combine(folder, file.Name + ".part");

    public long Length => File.Exists(Path) ? new FileInfo(Path).Length : 0;

    public void AskForRest(HttpRequestMessage request)
    {
        if (Length == 0)
            return;
        var mark = File.Exists(_mark) ? File.ReadAllText(_mark) : "";
        if (EntityTagHeaderValue.TryParse(mark, out var tag))
            request.Headers.IfRange = new(tag);
        else if (file.Identity is null)
            return;
        // Without a mark, parts of two versions may be joined, but then the checksum tells.
        request.Headers.Range = new(Length, null);
    }

    /// <returns>The file, at the place where the answer goes on.</returns>
    public FileStream Open(HttpResponseMessage response)
    {
        var from = response.StatusCode == HttpStatusCode.PartialContent ? response.Content.Headers.ContentRange?.From ?? 0 : 0;
        if (from > Length)
            throw new IOException("the answer leaves out a part of the file");
        if (response.Headers.ETag is { IsWeak: false } tag)
            File.WriteAllText(_mark, tag.ToString());
        else
            File.Delete(_mark);
        var stream = new FileStream(Path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        stream.SetLength(from);
        stream.Position = from;
        return stream;
    }

    public void Delete()
    {
        File.Delete(Path);
        File.Delete(_mark);
    }

    /// <summary>Gives the whole file its own name.</summary>
    public void Complete(string path)
    {
        File.Move(Path, path, overwrite: true);
        Delete();
    }
}
