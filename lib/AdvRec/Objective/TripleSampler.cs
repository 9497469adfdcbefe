using System.Runtime.CompilerServices;
using AdvRec.Data;
using AdvRec.Numerics;

namespace AdvRec.Objective;

/// <summary>The triples of an epoch: every training pair once, in random order, each with a negative drawn anew.</summary>
/// <remarks>
/// An epoch keeps four bytes a pair: its negative is drawn again when its batch is filled. Which attempt stands takes a look at all of the user's items,
/// so this is found out beforehand, user by user, and kept in the pair's number: attempt · pairs + index, up to an attempt that means "this or a later one".
/// </remarks>
internal sealed class TripleSampler(LeaveOneOutDataset data, ulong seed)
{
    private readonly NegativeSampler _negativeSampler = new(data);
    private readonly uint[] _numbers = new uint[data.TrainingPairCount];
    private readonly int[] _negatives = new int[data.ItemCount];
    private readonly uint _lastAttempt = Math.Min(8, uint.MaxValue / (uint)data.TrainingPairCount) - 1;
    private CounterRandom _random;

    /// <summary>Draws the triples of an epoch; they depend on its number and the seed alone.</summary>
    public void StartEpoch(int epoch)
    {
        _random = new(seed, Purpose.TrainingNegatives, epoch);
        for (var user = 0; user < data.UserCount; user++)
            NumberPairs(data.PairsOf(user).Start.Value, _numbers.AsSpan(data.PairsOf(user)), user);
        Shuffle(_numbers, new(seed, Purpose.Shuffle, epoch));
    }

    /// <summary>Fills a mini-batch with the epoch's triples from a place on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(int start, Span<Triple> batch)
    {
        var numbers = _numbers.AsSpan(start, batch.Length);
        int[] users = data.PairUsers, items = data.PairItems;
        for (var t = 0; t < batch.Length; t++)
        {
            var attempt = numbers[t] / (uint)items.Length;
            var pair = (int)(numbers[t] - attempt * (uint)items.Length);
            var negative = attempt < _lastAttempt
                ? _random.Integer(data.ItemCount, pair, (int)attempt)
                : NegativeSampler.Draw(data, _random, pair, (int)attempt);
            batch[t] = new(users[pair], items[pair], negative);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void NumberPairs(int first, Span<uint> numbers, int user)
    {
        for (var k = 0; k < numbers.Length; k++)
            numbers[k] = (uint)(first + k);

        var negatives = _negatives.AsSpan(0, numbers.Length);
        foreach (var k in _negativeSampler.Draw(_random, user, first, negatives))
        {
            var attempt = Math.Min(1, _lastAttempt);
            while (attempt < _lastAttempt && _random.Integer(data.ItemCount, first + k, (int)attempt) != negatives[k])
                attempt++;
            numbers[k] += attempt * (uint)data.TrainingPairCount;
        }
    }

    /// <summary>Fisher–Yates</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Shuffle(uint[] numbers, CounterRandom random)
    {
        for (var k = numbers.Length - 1; k > 0; k--)
        {
            var other = random.Integer(k + 1, k);
            (numbers[k], numbers[other]) = (numbers[other], numbers[k]);
        }
    }
}
