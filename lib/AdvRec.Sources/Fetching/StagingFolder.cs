namespace AdvRec.Sources.Fetching;

/// <summary>Holds what has arrived until the data set is whole; stays behind only if a later call can go on from it.</summary>
internal sealed class StagingFolder : IDisposable
{
    private readonly string _folder;
    private readonly string _ready;

    public StagingFolder(string folder)
    {
        (_folder, _ready) = (folder, Path.Combine(folder, "ready"));
        Directory.CreateDirectory(folder);
    }

    public bool IsDone { get; set; }

    /// <summary>An empty folder for what will be moved into place.</summary>
    public string Fresh()
    {
        DeleteReady();
        return Directory.CreateDirectory(_ready).FullName;
    }

    public void Dispose()
    {
        DeleteReady();
        if (IsDone || !Directory.EnumerateFileSystemEntries(_folder).Any())
            Directory.Delete(_folder, recursive: true);
    }

    private void DeleteReady()
    {
        if (Directory.Exists(_ready))
            Directory.Delete(_ready, recursive: true);
    }
}
