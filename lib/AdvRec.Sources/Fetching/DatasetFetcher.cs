using AdvRec.Data;

namespace AdvRec.Sources.Fetching;

/// <summary>Fetches data sets: verified before anything is used, moved into place when whole.</summary>
public sealed class DatasetFetcher : IDisposable
{
    private const int MostGrowth = 20;
    private readonly HttpClient _client;
    private readonly Download _download;

    /// <summary>Fetches with the system's proxies, and patience for slow or failing servers.</summary>
    public DatasetFetcher()
        : this(new SocketsHttpHandler(), TimeProvider.System, new())
    {
    }

    internal DatasetFetcher(HttpMessageHandler handler, TimeProvider time, DownloadOptions options)
    {
        // Each answer and read has its own limit; a whole file may take as long as it needs.
        _client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("AdvRec");
        _download = new(_client, time, options);
    }

    /// <summary>
    /// Fetches the files of a data set, verifies them, unpacks and splits archives, and moves the result into place. What was interrupted is kept beside the place, in
    /// .NAME.partial, and the next call goes on from there. A data set that is already there is left alone.
    /// </summary>
    /// <param name="entry">What to fetch.</param>
    /// <param name="output">Folder of the data set; its parent is made if missing.</param>
    /// <param name="from">A folder, file or address to take the files from; null for the publisher's.</param>
    /// <param name="progress">Told how far each step is.</param>
    /// <param name="cancellation">Stops; what has arrived is kept.</param>
    /// <returns>Whether anything was fetched; false if the data set was already there.</returns>
    /// <exception cref="DatasetException">A file cannot be had or is not what it should be; the message says what to do.</exception>
    public async Task<bool> FetchAsync(
        CatalogueEntry entry, string output, string? from = null, IProgress<DataProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (string.IsNullOrWhiteSpace(output))
            throw new DatasetException("--output is empty; name the folder of the data set.");
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(output));
        if (DatasetFolder.Exists(target))
            return false;
        if (Path.Exists(target) && (File.Exists(target) || Directory.EnumerateFileSystemEntries(target).Any()))
            throw new DatasetException($"{target} is there, but holds no data set; move it away and try again.");

        var watch = new Watch(progress, cancellation);
        var staging = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.partial");
        using var staged = new StagingFolder(staging);
        foreach (var file in entry.Files)
            await FetchAsync(entry, file, staging, from, watch);
        var ready = staged.Fresh();
        foreach (var file in entry.Files)
            Use(file, staging, ready, watch);
        DatasetFolder.Read(ready);
        if (Directory.Exists(target))
            Directory.Delete(target);
        Directory.Move(ready, target);
        staged.IsDone = true;
        return true;
    }

    /// <summary>Closes connections.</summary>
    public void Dispose() => _client.Dispose();

    private static void Use(RemoteFile file, string staging, string ready, Watch watch)
    {
        var fetched = Path.Combine(staging, file.Name);
        if (!file.IsArchive)
        {
            File.Copy(fetched, Path.Combine(ready, file.Name));
            return;
        }

        try
        {
            SafeArchive.Extract(fetched, ready, file.MostBytes * MostGrowth, watch);
            Preparation.Prepare(Path.Combine(ready, Path.GetFileNameWithoutExtension(file.Name)), ready, null, null, watch.Progress, watch.Cancellation);
        }
        catch (Exception problem) when (problem is DatasetException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            // It is whole, and still not what it should be: the next call must not meet it again. A full disk is no fault of the archive's.
            if (problem is DatasetException || !IsDiskFull(problem))
                File.Delete(fetched);
            if (problem is DatasetException || IsDiskFull(problem))
                throw;
            throw new DatasetException($"{file.Name} cannot be unpacked ({problem.Message.TrimEnd('.')}); nothing of it was kept.");
        }
    }

    // ENOSPC, and Windows' ERROR_DISK_FULL.
    private static bool IsDiskFull(Exception problem) => problem is IOException && (problem.HResult & 0xFFFF) is 28 or 112;

    private async Task FetchAsync(CatalogueEntry entry, RemoteFile file, string staging, string? from, Watch watch)
    {
        var whole = Path.Combine(staging, file.Name);
        if (File.Exists(whole))
            return;
        var origin = Origin.Of(entry, file, from);
        var partial = new PartialFile(staging, file);
        for (var goesOn = partial.Length > 0; ; goesOn = false)
        {
            await ArriveAsync(entry, origin, partial, file.MostBytes, watch);
            if (file.Identity is null || file.Identity.Of(partial.Path, watch) is var hash && hash == file.Identity.Hex)
                break;
            partial.Delete();
            if (!goesOn)
                throw new DatasetException(
                    $"{origin}: this is not the {file.Name} of {entry.Name}: its {file.Identity.Kind} is {hash} instead of {file.Identity.Hex}. Nothing was kept; try another source with --from.");
        }

        partial.Complete(whole);
    }

    private async Task ArriveAsync(CatalogueEntry entry, Uri origin, PartialFile partial, long mostBytes, Watch watch)
    {
        if (origin.IsFile)
        {
            if (!File.Exists(origin.LocalPath))
                throw new DatasetException($"{origin.LocalPath} is missing; {entry.Name} is made of {string.Join(" and ", entry.Files.Select(file => file.Name))}.");
            if (FileContent.IsMissing(origin.LocalPath))
                throw new DatasetException($"{origin.LocalPath} is empty, or a pipe or device; {entry.Name} is made of files.");
            using var source = new WatchedFile(origin.LocalPath, watch);
            using var copy = File.Create(partial.Path);
            source.CopyTo(copy);
            return;
        }

        try
        {
            await _download.FetchAsync(origin, partial, mostBytes, watch);
        }
        catch (DownloadException problem)
        {
            throw new DatasetException(
                $"{problem.Message}. Fetch {new Uri(entry.Address, partial.Name)} into a folder on a machine that can, and run `advrec data get {entry.Name} --from FOLDER` here.");
        }
    }
}
