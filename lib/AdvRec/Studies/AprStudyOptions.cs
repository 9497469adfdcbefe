using AdvRec.Training;

namespace AdvRec.Studies;

/// <summary>
/// What a study of Adversarial Personalized Ranking does. The defaults are about the paper's length. The study compares recipes and L2 weights, so that
/// <see cref="ExperimentOptions.Recipe"/> and the training's L2 weight are not used.
/// </summary>
public sealed record AprStudyOptions : ExperimentOptions
{
    /// <summary>About the paper's length.</summary>
    public AprStudyOptions()
        : base(AdversarialRecipe.Apr)
    {
    }

    /// <summary>How many seeds, counted up from the first; at least 2.</summary>
    public int Seeds { get; init => field = Valid.AtLeast(2, value); } = 10;

    /// <summary>Plain epochs that all models but the penalised share; at least 1.</summary>
    public int PlainEpochs { get; init => field = Valid.AtLeast(1, value); } = 60;

    /// <summary>Epochs of each model after those; at least 1.</summary>
    public int MoreEpochs { get; init => field = Valid.AtLeast(1, value); } = 240;

    /// <summary>Epochs from one measurement to the next; at least 1.</summary>
    public int Every { get; init => field = Valid.AtLeast(1, value); } = 30;

    /// <summary>L2 weights to choose from on the validation items; at least one.</summary>
    public IReadOnlyList<float> Penalties { get; init; } = [10, 30, 100, 300, 1000];

    /// <summary>Attacks per measurement, each with negatives of its own; their mean counts. At least 1.</summary>
    public int Draws { get; init => field = Valid.AtLeast(1, value); } = 5;
}
