namespace AdvRec.Training;

/// <summary>How an adversarial training step finds the perturbation, and where it takes the clean loss.</summary>
public sealed class AdversarialRecipe
{
    private AdversarialRecipe(string name, BatchPerturbation? perturbation = null) => (Name, Perturbation) = (name, perturbation);

    /// <summary>
    /// The original hands-on: the perturbation attacks the whole training set anew for every mini-batch, and the clean loss is taken at the
    /// perturbation left over from the batch before (a defect that is kept so that its numbers can be met).
    /// </summary>
    public static AdversarialRecipe HandsOn { get; } = new("hands-on", BatchPerturbations.WholeSet) { CarriesPerturbation = true, DropsPartialBatch = true };

    /// <summary>As <see cref="HandsOn"/>, with the clean loss at the clean factors.</summary>
    public static AdversarialRecipe Corrected { get; } = new("corrected", BatchPerturbations.WholeSet);

    /// <summary>Adversarial Personalized Ranking as published: the perturbation comes from the mini-batch's own gradient. He et al. 2018, algorithm 1.</summary>
    public static AdversarialRecipe Apr { get; } = new("apr", BatchPerturbations.OwnGradient);

    /// <summary>The control: plain BPR steps, without any perturbation; ε and λ are not used.</summary>
    public static AdversarialRecipe Plain { get; } = new("plain");

    /// <summary>
    /// The control for the direction: as <see cref="Apr"/>, but every row of the batch moves by ε in a (nearly) uniformly random direction, drawn anew for every batch.
    /// The control for the loss counted twice is <see cref="Apr"/> with ε = 0.
    /// </summary>
    public static AdversarialRecipe RandomDirection { get; } = new("random-direction", BatchPerturbations.RandomDirection);

    /// <summary>Every recipe.</summary>
    public static IReadOnlyList<AdversarialRecipe> All { get; } = [HandsOn, Corrected, Apr, Plain, RandomDirection];

    /// <summary>What the command line calls it, such as "hands-on".</summary>
    public string Name { get; }

    /// <summary>Whether the clean loss is taken at the perturbation of the batch before, instead of at the clean factors.</summary>
    internal bool CarriesPerturbation { get; private init; }

    /// <summary>Whether its epochs leave out the last batch if it is not full.</summary>
    internal bool DropsPartialBatch { get; private init; }

    /// <summary>How a step finds Δ; null for none.</summary>
    internal BatchPerturbation? Perturbation { get; }

    /// <summary>The recipe of a name.</summary>
    /// <param name="name">Such as "hands-on".</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such recipe.</exception>
    public static AdversarialRecipe Named(string name) => All.FirstOrDefault(recipe => recipe.Name == name)
        ?? throw new ArgumentOutOfRangeException(nameof(name), name, $"There is no recipe '{name}': {string.Join(", ", All)}.");

    /// <summary>The recipe's name.</summary>
    public override string ToString() => Name;
}
