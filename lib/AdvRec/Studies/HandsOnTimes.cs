namespace AdvRec.Studies;

/// <summary>Wall-clock seconds of the hands-on's stages.</summary>
/// <param name="Train">Plain epochs.</param>
/// <param name="Attack">Both attacks.</param>
/// <param name="AdversarialTrain">The defence's epochs.</param>
/// <param name="Evaluate">All four evaluations.</param>
public sealed record HandsOnTimes(double Train, double Attack, double AdversarialTrain, double Evaluate);
