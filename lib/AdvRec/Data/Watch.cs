namespace AdvRec.Data;

/// <summary>Who is told of progress, and who may stop it.</summary>
internal readonly record struct Watch(IProgress<DataProgress>? Progress = null, CancellationToken Cancellation = default)
{
    public void Report(string what, long done, long? total)
    {
        Cancellation.ThrowIfCancellationRequested();
        Progress?.Report(new(what, done, total));
    }
}
