namespace AdvRec.Objective;

/// <summary>One training example of BPR: <paramref name="User"/> interacted with <paramref name="Positive"/> and not with <paramref name="Negative"/>.</summary>
/// <param name="User">User id, from 0.</param>
/// <param name="Positive">Item id of a training pair of the user.</param>
/// <param name="Negative">Item id that the user has no training pair with.</param>
public readonly record struct Triple(int User, int Positive, int Negative);
