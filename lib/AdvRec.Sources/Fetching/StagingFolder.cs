using AdvRec.Data;

namespace AdvRec.Sources.Fetching;

/// <summary>Holds what has arrived until the data set is whole; stays behind only if a later call can go on from it.</summary>
internal sealed class StagingFolder : IDisposable
{
    private readonly string _folder;
    private readonly string _ready;
    private readonly FileStream _lock;

    public StagingFolder(string folder)
    {
        (_folder, _ready) = (folder, Path.Combine(folder, "ready"));
        try
        {
            Directory.CreateDirectory(folder);
            _lock = new(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException problem) when (File.Exists(Path.Combine(folder, "lock")))
        {
            throw new DatasetException($"{folder} is in use ({problem.Message.TrimEnd('.')}); another `advrec data get` is fetching this set, wait until it has ended.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(
                $"{folder} cannot be written ({problem.Message.Split(" : '")[0].TrimEnd('.')}). Name another folder with --output, such as one in the folder that ADVREC_DATA names, where the data set is found by name.");
        }
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
        _lock.Dispose();
        if (IsDone || !Directory.EnumerateFileSystemEntries(_folder).Any())
            Directory.Delete(_folder, recursive: true);
    }

    private void DeleteReady()
    {
        if (Directory.Exists(_ready))
            Directory.Delete(_ready, recursive: true);
    }
}
