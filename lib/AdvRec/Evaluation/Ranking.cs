using AdvRec.Numerics;

namespace AdvRec.Evaluation;

/// <summary>Ranks by score; an item that scores the same counts against the one that is ranked.</summary>
internal static class Ranking
{
    /// <summary>
    /// position = |{i : s_i ≥ s}| − |{training items i : s_i ≥ s}| − 1: the number of candidates that score at least as high as an item, 0 for the best.
    /// Training items are no candidates, nor is the item itself.
    /// </summary>
    public static int Position(ReadOnlySpan<float> scores, int item, ReadOnlySpan<int> trainingItems)
    {
        var threshold = scores[item];
        var position = Scan.CountAtLeast(scores, threshold) - 1;
        foreach (var trained in trainingItems)
            position -= scores[trained] >= threshold ? 1 : 0;
        return position;
    }

    public static void ThrowIfNotFinite(ReadOnlySpan<float> scores, int user)
    {
        if (!Scan.AllFinite(scores))
            throw NotFinite(user);
    }

    public static NotFiniteNumberException NotFinite(int user) => new($"User {user}: a score is NaN or infinite, so there is no ranking; has the training diverged?");
}
