using System.Runtime.CompilerServices;
using AdvRec.Data;
using AdvRec.Numerics;

namespace AdvRec.Objective;

/// <summary>
/// Uniform negative sampling: for every training pair one item that the user has no training pair with; draws that hit one are rejected.
/// The draw for a pair depends on the pair's index alone. The held-out item is never rejected, so there always is a negative.
/// </summary>
internal sealed class NegativeSampler(LeaveOneOutDataset data)
{
    // The last user that an item was marked for, counted from 1: nothing has to be unmarked.
    private readonly int[] _positiveOf = new int[data.ItemCount];
    private readonly int[] _redrawn = new int[data.ItemCount];

    /// <summary>Draws one item for each of a user's training pairs from <paramref name="firstPair"/> on.</summary>
    /// <returns>Places of the negatives that took more than one attempt; they hold until the next call.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<int> Draw(CounterRandom random, int user, int firstPair, Span<int> negatives)
    {
        var positiveOf = _positiveOf;
        foreach (var item in data.TrainingItems(user))
            positiveOf[item] = user + 1;

        random.Integers(data.ItemCount, firstPair, negatives);
        // Without a branch: whether a draw is rejected is hard to guess, and a wrong guess costs more than the rest.
        var redrawn = _redrawn;
        var count = 0;
        for (var k = 0; k < negatives.Length; k++)
        {
            redrawn[count] = k;
            count += positiveOf[negatives[k]] == user + 1 ? 1 : 0;
        }

        foreach (var k in redrawn.AsSpan(0, count))
        {
            for (var attempt = 1; positiveOf[negatives[k]] == user + 1; attempt++)
                negatives[k] = random.Integer(data.ItemCount, firstPair + k, attempt);
        }

        return redrawn.AsSpan(0, count);
    }

    /// <summary>The same draw for one pair, by a search among the user's items; attempts before the one given are known to be rejected.</summary>
    public static int Draw(LeaveOneOutDataset data, CounterRandom random, int pair, int attempt)
    {
        var positives = data.TrainingItems(data.PairUsers[pair]);
        while (positives.BinarySearch(random.Integer(data.ItemCount, pair, attempt)) >= 0)
            attempt++;
        return random.Integer(data.ItemCount, pair, attempt);
    }
}
