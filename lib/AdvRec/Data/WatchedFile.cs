namespace AdvRec.Data;

/// <summary>A file that reports how far it has been read, and stops when cancelled.</summary>
internal sealed class WatchedFile(string path, Watch watch) : FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan)
{
    private readonly string _what = $"Reading {Path.GetFileName(path)}";
    private long _seen;

    /// <summary>How many bytes have been read; may be asked by another thread, also when the file is closed.</summary>
    public long Seen => Volatile.Read(ref _seen);

    public override int Read(Span<byte> buffer) => Report(base.Read(buffer));

    public override int Read(byte[] buffer, int offset, int count) => Report(base.Read(buffer, offset, count));

    private int Report(int count)
    {
        Volatile.Write(ref _seen, Position);
        watch.Report(_what, Position, Length);
        return count;
    }
}
