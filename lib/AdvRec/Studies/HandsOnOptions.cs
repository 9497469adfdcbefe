using AdvRec.Training;

namespace AdvRec.Studies;

/// <summary>What a run of the hands-on does. The defaults are the original's.</summary>
public sealed record HandsOnOptions
{
    /// <summary>Seed of every draw. Same seed, same bits.</summary>
    public ulong Seed { get; init; } = Seeds.First;

    /// <summary>How the defence trains.</summary>
    public AdversarialRecipe Recipe
    {
        get;
        init => field = Valid.Defined(value);
    } = AdversarialRecipe.HandsOn;

    /// <summary>Whether epochs leave out the last batch if it is not full; null for as the recipe does: the original's drops it, the others do not.</summary>
    public bool? DropPartialBatch { get; init; }

    internal bool DropsPartialBatch => DropPartialBatch ?? Recipe == AdversarialRecipe.HandsOn;

    /// <summary>Plain BPR epochs before the first attack; 0 or more.</summary>
    public int Epochs
    {
        get;
        init => field = Valid.AtLeast(0, value);
    } = 5;

    /// <summary>Epochs of the defence; 0 or more.</summary>
    public int AdversarialEpochs
    {
        get;
        init => field = Valid.AtLeast(0, value);
    } = 1;

    /// <summary>Perturbation budget ε of both attacks and of the defence: Euclidean norm per row; 0 or more.</summary>
    public float Epsilon
    {
        get;
        init => field = Valid.AtLeast0(value);
    } = 0.5f;

    /// <summary>Weight λ of the adversarial loss; 0 or more.</summary>
    public float Weight
    {
        get;
        init => field = Valid.AtLeast0(value);
    } = 1f;

    /// <summary>Length K of the recommendation list; at least 1.</summary>
    public int TopK
    {
        get;
        init => field = Valid.AtLeast(1, value);
    } = 100;

    /// <summary>Most threads to use; 0 for one per processor. The result does not depend on it.</summary>
    public int Threads
    {
        get;
        init => field = Valid.AtLeast(0, value);
    }
}
