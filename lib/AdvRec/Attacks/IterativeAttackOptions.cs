namespace AdvRec.Attacks;

/// <summary>How an iterated attack walks.</summary>
public sealed record IterativeAttackOptions
{
    /// <summary>Perturbation budget ε, in the factors' own unit; 0 or more.</summary>
    public float Epsilon { get; init => field = Valid.AtLeast0(value); } = 0.5f;

    /// <summary>What ε bounds.</summary>
    public PerturbationBudget Budget { get; init => field = Valid.Defined(value); } = PerturbationBudget.Ball;

    /// <summary>Number of steps T; at least 1.</summary>
    public int Steps { get; init => field = Valid.AtLeast(1, value); } = 10;

    /// <summary>Euclidean length α of every row's step, 0 or more; null for ε/4.</summary>
    public float? StepSize { get; init => field = value is { } size ? Valid.AtLeast0(size) : null; }

    /// <summary>
    /// Whether the walk starts from a random point of the budget, uniform in the ball or the box (projected gradient descent, Madry et al. 2018), instead of from the model itself
    /// (basic iterative method). Another draw starts elsewhere.
    /// </summary>
    public bool RandomStart { get; init; }

    /// <summary>How many walks, each with negatives and a random start of its own; the one whose end has the highest loss, on negatives common to all, is kept. At least 1.</summary>
    public int Restarts { get; init => field = Valid.AtLeast(1, value); } = 1;

    /// <summary>Most threads to use; 0 for one per processor. The result does not depend on it.</summary>
    public int Threads { get; init => field = Valid.AtLeast(0, value); }
}
