using AdvRec.Attacks;
using AdvRec.Training;

namespace AdvRec.Studies;

/// <summary>What a run of the hands-on does. The defaults are the original's. Made of the options of its parts, which some of its own are short for.</summary>
public sealed record HandsOnOptions
{
    /// <summary>How the model is trained, plainly and in the defence.</summary>
    public BprOptions Training { get; init; } = new() { Seed = Seeds.First };

    /// <summary>How the defence perturbs and weighs.</summary>
    public AdversarialOptions Defence { get; init; } = new() { Recipe = AdversarialRecipe.HandsOn };

    /// <summary>The attack that is tried on the trained and on the defended model, with the budget <see cref="Epsilon"/> instead of its own; the fast gradient attack if null.</summary>
    public IAttack? Attack { get; init; }

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

    /// <summary>Length K of the recommendation list; at least 1.</summary>
    public int TopK
    {
        get;
        init => field = Valid.AtLeast(1, value);
    } = 100;

    /// <summary>Whether epochs leave out the last batch if it is not full; null for as the recipe does: the original's drops it, the others do not.</summary>
    public bool? DropPartialBatch { get; init; }

    /// <inheritdoc cref="BprOptions.Seed"/>
    public ulong Seed
    {
        get => Training.Seed;
        init => Training = Training with { Seed = value };
    }

    /// <inheritdoc cref="BprOptions.Threads"/>
    public int Threads
    {
        get => Training.Threads;
        init => Training = Training with { Threads = value };
    }

    /// <inheritdoc cref="AdversarialOptions.Recipe"/>
    public AdversarialRecipe Recipe
    {
        get => Defence.Recipe;
        init => Defence = Defence with { Recipe = value };
    }

    /// <summary>Perturbation budget ε of the attacks and of the defence: Euclidean norm per row; 0 or more.</summary>
    public float Epsilon
    {
        get => Defence.Epsilon;
        init => Defence = Defence with { Epsilon = value };
    }

    /// <inheritdoc cref="AdversarialOptions.Weight"/>
    public float Weight
    {
        get => Defence.Weight;
        init => Defence = Defence with { Weight = value };
    }

    internal bool DropsPartialBatch => DropPartialBatch ?? Recipe.DropsPartialBatch;

    /// <summary>The attack with a budget.</summary>
    internal IAttack AttackWith(float epsilon) => Attack?.WithEpsilon(epsilon) ?? new FastGradientAttack(epsilon, Threads);
}
