namespace AdvRec.Poisoning;

/// <summary>How well a statistic finds the fake users.</summary>
/// <param name="Auc">
/// Area under the ROC curve: the probability that a fake user is more suspicious than a real one, equal ones counted half. ½ is guessing; below, fakes look more real than the real.
/// </param>
/// <param name="Precision">Share of fakes among as many of the most suspicious users as there are fakes, in [0, 1]; of equally suspicious users, real ones come first.</param>
public readonly record struct Detection(double Auc, double Precision)
{
    /// <summary>Compares a statistic with the truth.</summary>
    /// <param name="suspicion">One number per user, the higher the more suspicious; none NaN.</param>
    /// <param name="realUsers">How many of the first users are real; the others are fake. At least one of each.</param>
    /// <exception cref="ArgumentException">No real user, no fake one, or NaN.</exception>
    public static Detection Of(IReadOnlyList<double> suspicion, int realUsers)
    {
        ArgumentNullException.ThrowIfNull(suspicion);
        if (realUsers < 1 || realUsers >= suspicion.Count)
            throw new ArgumentException($"{suspicion.Count} users of whom {realUsers} are real: at least one real and one fake user are needed.", nameof(realUsers));
        if (suspicion.Any(double.IsNaN))
            throw new ArgumentException("A user's suspicion is NaN, which has no order.", nameof(suspicion));

        var fakes = suspicion.Count - realUsers;
        double wins = 0;
        foreach (var fake in suspicion.Skip(realUsers))
            wins += suspicion.Take(realUsers).Sum(real => real < fake ? 1 : real > fake ? 0 : 0.5);

        var caught = Enumerable.Range(0, suspicion.Count).OrderByDescending(user => suspicion[user]).ThenBy(user => user).Take(fakes).Count(user => user >= realUsers);
        return new(wins / ((double)fakes * realUsers), caught / (double)fakes);
    }
}
