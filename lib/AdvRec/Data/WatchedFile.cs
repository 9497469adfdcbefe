namespace AdvRec.Data;

/// <summary>A file that reports how far it has been read, and stops when cancelled.</summary>
internal sealed class WatchedFile(string path, Watch watch) : FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan)
{
    private readonly string _what = $"Reading {Path.GetFileName(path)}";

    public override int Read(Span<byte> buffer) => Seen(base.Read(buffer));

    public override int Read(byte[] buffer, int offset, int count) => Seen(base.Read(buffer, offset, count));

    private int Seen(int count)
    {
        watch.Report(_what, Position, Length);
        return count;
    }
}
