using System.Runtime.CompilerServices;
using AdvRec.Data;
using AdvRec.Numerics;

namespace AdvRec.Training;

/// <summary>The triples of an epoch: every training pair once, in random order, each with a negative drawn anew.</summary>
internal sealed class TripleSampler(LeaveOneOutDataset data, ulong seed)
{
    private readonly NegativeSampler _negativeSampler = new(data);
    private readonly int[] _negatives = new int[data.TrainingPairCount];
    private readonly int[] _order = new int[data.TrainingPairCount];

    /// <summary>Draws the triples of an epoch.</summary>
    /// <param name="epoch">Number of the epoch; the draws depend on it and the seed alone.</param>
    public void StartEpoch(int epoch)
    {
        var random = new CounterRandom(seed, Purpose.TrainingNegatives, epoch);
        for (var user = 0; user < data.UserCount; user++)
        {
            var pairs = data.PairsOf(user);
            _negativeSampler.Draw(random, user, pairs.Start.Value, _negatives.AsSpan(pairs));
        }

        Shuffle(_order, new(seed, Purpose.Shuffle, epoch));
    }

    /// <summary>Fills a mini-batch with the epoch's triples from a place on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(int start, Span<Triple> batch)
    {
        var pairs = _order.AsSpan(start, batch.Length);
        int[] users = data.PairUsers, items = data.PairItems, negatives = _negatives;
        for (var t = 0; t < batch.Length; t++)
            batch[t] = new(users[pairs[t]], items[pairs[t]], negatives[pairs[t]]);
    }

    /// <summary>Fisher–Yates</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Shuffle(int[] order, CounterRandom random)
    {
        for (var k = 0; k < order.Length; k++)
            order[k] = k;
        for (var k = order.Length - 1; k > 0; k--)
        {
            var other = random.Integer(k + 1, k);
            (order[k], order[other]) = (order[other], order[k]);
        }
    }
}
