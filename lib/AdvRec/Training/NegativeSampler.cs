using System.Runtime.CompilerServices;
using AdvRec.Data;
using AdvRec.Numerics;

namespace AdvRec.Training;

/// <summary>
/// Uniform negative sampling: for every training pair one item that the user has no training pair with; draws that hit one are rejected.
/// The draw for a pair depends on the pair's index alone. The held-out item is never rejected, so there always is a negative.
/// </summary>
internal sealed class NegativeSampler(LeaveOneOutDataset data)
{
    private readonly bool[] _isPositive = new bool[data.ItemCount];

    /// <summary>Draws for the pairs of one user.</summary>
    /// <param name="random">Stream of draws.</param>
    /// <param name="user">The user.</param>
    /// <param name="firstPair">Index of the first training pair to draw for; the others follow it, all of this user.</param>
    /// <param name="negatives">Receives one item per pair.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Draw(CounterRandom random, int user, int firstPair, Span<int> negatives)
    {
        var positives = data.TrainingItems(user);
        foreach (var item in positives)
            _isPositive[item] = true;

        for (var k = 0; k < negatives.Length; k++)
            negatives[k] = random.Integer(data.ItemCount, firstPair + k);

        for (var k = 0; k < negatives.Length; k++)
        {
            for (var attempt = 1; _isPositive[negatives[k]]; attempt++)
                negatives[k] = random.Integer(data.ItemCount, firstPair + k, attempt);
        }

        foreach (var item in positives)
            _isPositive[item] = false;
    }

    /// <summary>The same draw for one pair, by a search among the user's items.</summary>
    /// <param name="data">Training pairs.</param>
    /// <param name="random">Stream of draws.</param>
    /// <param name="pair">Index of the training pair.</param>
    /// <param name="attempt">The attempts before this one are known to be rejected.</param>
    public static int Draw(LeaveOneOutDataset data, CounterRandom random, int pair, int attempt)
    {
        var positives = data.TrainingItems(data.PairUsers[pair]);
        while (positives.BinarySearch(random.Integer(data.ItemCount, pair, attempt)) >= 0)
            attempt++;
        return random.Integer(data.ItemCount, pair, attempt);
    }
}
