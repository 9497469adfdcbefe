using System.IO.Pipelines;

namespace AdvRec.Sources.Layouts;

/// <summary>Reads, and so unpacks, on another thread ahead of who takes the bytes.</summary>
internal static class Ahead
{
    private const int Block = 1 << 18, MostWaiting = 1 << 23;

    /// <param name="source">Disposed when it is at its end, or nobody takes more.</param>
    public static Stream Of(Stream source)
    {
        var pipe = new Pipe(new(pauseWriterThreshold: MostWaiting, resumeWriterThreshold: MostWaiting / 2, minimumSegmentSize: Block, useSynchronizationContext: false));
        _ = Task.Factory.StartNew(() => Copy(source, pipe.Writer), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return pipe.Reader.AsStream();
    }

    private static void Copy(Stream source, PipeWriter target)
    {
        Exception? problem = null;
        try
        {
            using (source)
            {
                var isWanted = true;
                while (isWanted && source.Read(target.GetMemory(Block).Span) is var count and > 0)
                {
                    target.Advance(count);
                    isWanted = !target.FlushAsync().AsTask().GetAwaiter().GetResult().IsCompleted;
                }
            }
        }
        catch (Exception exception)
        {
            // Whoever takes the bytes gets it.
            problem = exception;
        }

        target.Complete(problem);
    }
}
