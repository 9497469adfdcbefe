namespace AdvRec.Training;

/// <summary>How BPR trains. The defaults are the hands-on's.</summary>
public sealed record BprOptions
{
    /// <summary>Seed of every draw of the training; 0 if not given. Same seed, same bits.</summary>
    public ulong Seed { get; init; }

    /// <summary>η of Adagrad; above 0.</summary>
    public float LearningRate
    {
        get;
        init => field = Valid.Above0(value);
    } = 0.05f;

    /// <summary>What Adagrad's sums of squared gradients start from; above 0.</summary>
    public float InitialAccumulator
    {
        get;
        init => field = Valid.Above0(value);
    } = 0.1f;

    /// <summary>Triples in a mini-batch; at least 1. A batch larger than the training set is the whole training set.</summary>
    public int BatchSize
    {
        get;
        init => field = Valid.AtLeast(1, value);
    } = 512;

    /// <summary>
    /// Whether an epoch leaves out the last batch if it is not full. The hands-on does, so its recipe sets this; everywhere else each pair is trained on.
    /// </summary>
    public bool DropPartialBatch { get; init; }

    /// <summary>Most threads to use; 0 for one per processor. The result does not depend on it.</summary>
    public int Threads
    {
        get;
        init => field = Valid.AtLeast(0, value);
    }
}
