using AdvRec.Training;

namespace AdvRec.Studies;

/// <summary>What every experiment is made of: the options of the training and of the defence, some of them also under a short name, and the length of the list.</summary>
public abstract record ExperimentOptions
{
    private protected ExperimentOptions(AdversarialRecipe recipe) => Defence = new() { Recipe = recipe };

    /// <summary>How the model is trained, plainly and in the defence.</summary>
    public BprOptions Training { get; init; } = new() { Seed = Seeds.First };

    /// <summary>How the defence perturbs and weighs.</summary>
    public AdversarialOptions Defence { get; init; }

    /// <summary>Length K of the recommendation list; at least 1.</summary>
    public int TopK { get; init => field = Valid.AtLeast(1, value); } = 100;

    /// <inheritdoc cref="BprOptions.Seed"/>
    /// <remarks>The first, where several are run.</remarks>
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
}
