using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AdvRec.Data;
using AdvRec.Models;

namespace AdvRec.Benchmarks.Measuring;

/// <summary>
/// What cache misses alone make of a BPR epoch: its rows and pairs at the places where an epoch finds them, and no more arithmetic than it takes to
/// write them. For each triple one pair of a list of all is read and one number of such a list swapped, as shuffling does; for each distinct user and
/// item of a batch, a row of 64 numbers is read, changed and written in two matrices, as factors and accumulators are. A plain loop.
/// </summary>
internal sealed class RandomRows
{
    private const int MostBatches = 2_000;
    private readonly int[] _users, _items, _numbers;
    private readonly int[] _pairs;
    private readonly int[][] _rows;
    private readonly FactorMatrix _factors, _accumulators;
    private long _sum;

    private RandomRows(LeaveOneOutDataset data)
    {
        (_users, _items, _numbers) = (data.PairUsers, data.PairItems, new int[data.TrainingPairCount]);
        (_factors, _accumulators) = (new(data.UserCount + data.ItemCount, Cost.Factors), new(data.UserCount + data.ItemCount, Cost.Factors));
        var random = new Random(1);
        var batches = Math.Clamp(data.TrainingPairCount / Shape.BatchSize, 1, MostBatches);
        _pairs = [.. Enumerable.Range(0, batches * Shape.BatchSize).Select(_ => random.Next(data.TrainingPairCount))];
        _rows = [.. _pairs.Chunk(Shape.BatchSize).Select(batch => Rows(data, batch, random))];
    }

    /// <returns>Seconds a triple.</returns>
    public static double SecondsPerTriple(LeaveOneOutDataset data)
    {
        var rows = new RandomRows(data);
        return Clock.Best(rows.Run, budget: 1) / rows._pairs.Length;
    }

    private static int[] Rows(LeaveOneOutDataset data, int[] batch, Random random)
    {
        IEnumerable<int> users = batch.Select(pair => data.PairUsers[pair]);
        IEnumerable<int> items = batch.SelectMany(pair => (int[])[data.PairItems[pair], random.Next(data.ItemCount)]);
        return [.. users.Distinct(), .. items.Distinct().Select(item => data.UserCount + item)];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Run()
    {
        for (var batch = 0; batch < _rows.Length; batch++)
        {
            for (var t = batch * Shape.BatchSize; t < (batch + 1) * Shape.BatchSize; t++)
            {
                var pair = _pairs[t];
                _sum += _users[pair] + _items[pair];
                (_numbers[t], _numbers[pair]) = (_numbers[pair], _numbers[t]);
            }

            ChangeRows(_rows[batch]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ChangeRows(int[] rows)
    {
        ref var allFactors = ref MemoryMarshal.GetReference(_factors.Values);
        ref var allAccumulators = ref MemoryMarshal.GetReference(_accumulators.Values);
        var one = Vector512.Create(1f);
        foreach (var row in rows)
        {
            ref var factors = ref Unsafe.Add(ref allFactors, (nint)row * Cost.Factors);
            ref var accumulators = ref Unsafe.Add(ref allAccumulators, (nint)row * Cost.Factors);
            for (nuint k = 0; k < Cost.Factors; k += 16)
            {
                (Vector512.LoadUnsafe(ref accumulators, k) + one).StoreUnsafe(ref accumulators, k);
                (Vector512.LoadUnsafe(ref factors, k) + one).StoreUnsafe(ref factors, k);
            }
        }
    }
}
