namespace AdvRec.Attacks;

/// <summary>What the budget ε of an iterated attack bounds.</summary>
public enum PerturbationBudget
{
    /// <summary>The Euclidean norm of every perturbed row, as in the fast gradient attack: a row that has left the ball of radius ε is scaled back onto it.</summary>
    Ball,

    /// <summary>
    /// Every single number, |Δₖ| ≤ ε, as published for recommenders (Anelli, Bellogín et al. 2021). In d dimensions a row may then be as long as ε·√d:
    /// with 64 factors eight times what <see cref="Ball"/> allows.
    /// </summary>
    Box,
}
