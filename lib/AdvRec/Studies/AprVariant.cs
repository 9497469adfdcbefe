namespace AdvRec.Studies;

/// <summary>How a model of an <see cref="AprStudy"/> is trained.</summary>
public enum AprVariant
{
    /// <summary>Plain BPR.</summary>
    Plain,

    /// <summary>Plain BPR with the L2 weight that ranks validation items best; 0 is not among the candidates.</summary>
    L2,

    /// <summary>The adversarial recipe with ε = 0: the loss counted twice.</summary>
    NoBudget,

    /// <summary>Perturbed in random directions.</summary>
    RandomDirection,

    /// <summary>Adversarial Personalized Ranking.</summary>
    Apr,
}
