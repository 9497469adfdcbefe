namespace AdvRec.Training;

/// <summary>How adversarial training perturbs and weighs. The defaults are the course's: the corrected recipe with the original's ε and λ.</summary>
public sealed record AdversarialOptions
{
    /// <summary>How a step finds the perturbation.</summary>
    public AdversarialRecipe Recipe { get; init => field = Valid.NotNull(value); } = AdversarialRecipe.Corrected;

    /// <summary>Perturbation budget ε: the Euclidean norm of the perturbation of every row, in the factors' own unit; 0 or more.</summary>
    public float Epsilon { get; init => field = Valid.AtLeast0(value); } = 0.5f;

    /// <summary>Weight λ of the loss at the perturbed factors; 0 or more. With 0 the step is BPR's.</summary>
    public float Weight { get; init => field = Valid.AtLeast0(value); } = 1f;
}
