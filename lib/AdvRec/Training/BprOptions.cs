namespace AdvRec.Training;

/// <summary>How BPR trains. The defaults are the hands-on's.</summary>
public sealed record BprOptions
{
    /// <summary>Seed of every draw of the training; 0 if not given. Same seed, same bits.</summary>
    public ulong Seed { get; init; }

    /// <summary>η of Adagrad; above 0.</summary>
    public float LearningRate { get; init => field = Valid.Above0(value); } = 0.05f;

    /// <summary>What Adagrad's sums of squared gradients start from; above 0.</summary>
    public float InitialAccumulator { get; init => field = Valid.Above0(value); } = 0.1f;

    /// <summary>
    /// Weight ρ of the L2 penalty on a mini-batch of b triples: ρ · mean(p_u² + q_i² + q_j²) over its b × d entries, with a row as often as the batch has it,
    /// as in the code of He et al. 2018 (<c>reg</c>); 0 or more. The loss is a sum over triples and the penalty a mean, so that ρ weighs b·d times less
    /// than a penalty per triple: each occurrence adds 2ρ/(b·d) times the row to its gradient.
    /// </summary>
    public float L2 { get; init => field = Valid.AtLeast0(value); }

    /// <summary>Triples in a mini-batch; at least 1. A batch larger than the training set is the whole training set.</summary>
    public int BatchSize { get; init => field = Valid.AtLeast(1, value); } = 512;

    /// <summary>
    /// Whether an epoch leaves out the last batch if it is not full. The hands-on does, so its recipe sets this; everywhere else each pair is trained on.
    /// </summary>
    public bool DropPartialBatch { get; init; }

    /// <summary>Most threads to use; 0 for one per processor. The result does not depend on it.</summary>
    public int Threads { get; init => field = Valid.AtLeast(0, value); }
}
