namespace AdvRec.Training;

/// <summary>How an adversarial training step finds the perturbation, and where it takes the clean loss.</summary>
public enum AdversarialRecipe
{
    /// <summary>
    /// The original hands-on: the perturbation attacks the whole training set anew for every mini-batch, and the clean loss is taken at the
    /// perturbation left over from the batch before (a defect that is kept so that its numbers can be met).
    /// </summary>
    HandsOn,

    /// <summary>As <see cref="HandsOn"/>, with the clean loss at the clean factors.</summary>
    Corrected,

    /// <summary>Adversarial Personalized Ranking as published: the perturbation comes from the mini-batch's own gradient. He et al. 2018, algorithm 1.</summary>
    Apr,

    /// <summary>The control: plain BPR steps, without any perturbation; ε and λ are not used.</summary>
    Plain,

    /// <summary>
    /// The control for the direction: as <see cref="Apr"/>, but every row of the batch moves by ε in a (nearly) uniformly random direction, drawn anew for every batch.
    /// The control for the loss counted twice is <see cref="Apr"/> with ε = 0.
    /// </summary>
    RandomDirection,
}
