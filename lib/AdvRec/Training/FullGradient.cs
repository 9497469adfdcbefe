using System.Runtime.CompilerServices;
using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Models;
using AdvRec.Numerics;

namespace AdvRec.Training;

/// <summary>
/// The gradient of the BPR loss over very many triples, such as the whole training set, by as many threads as there are.
/// </summary>
/// <remarks>
/// Triples come sorted by user and are taken in blocks of fixed size. Within a block every row of the result is summed by one thread in the order of
/// the triples: first the users' rows, with c = dL/dx of every triple on the way; then, after a stable counting sort of the terms ±c·p_u by item,
/// the items' rows. No sum is ever split, so the bits do not depend on the number of threads.
/// </remarks>
internal sealed class FullGradient
{
    private const int BlockSize = 1 << 18;

    // One user's items in use at a time: 2 · 32 rows of 64 numbers fit the first-level cache.
    private const int RunSize = 32;

    private readonly Workers _workers;
    private readonly double[] _userLosses;
    private readonly int[][] _itemCounts;
    private readonly int[] _itemStarts;
    private NegativeSampler[]? _samplers;
    private LeaveOneOutDataset? _sampled;
    private float[] _x = [];
    private int[] _negatives = [];
    private (int User, float Weight)[] _terms = [];

    public FullGradient(MatrixFactorization model, int threads)
    {
        _workers = new(threads);
        UserGradients = new(model.UserCount, model.Factors);
        ItemGradients = new(model.ItemCount, model.Factors);
        _userLosses = new double[model.UserCount];
        _itemCounts = [.. Enumerable.Range(0, _workers.Parts).Select(_ => new int[model.ItemCount])];
        _itemStarts = new int[model.ItemCount + 1];
    }

    public FactorMatrix UserGradients { get; }

    public FactorMatrix ItemGradients { get; }

    /// <summary>∇L over all training pairs, each with a fresh negative.</summary>
    /// <returns>L</returns>
    public double Compute(MatrixFactorization model, LeaveOneOutDataset data, CounterRandom random)
    {
        if (_samplers is null || _sampled != data)
            (_samplers, _sampled) = ([.. Enumerable.Range(0, _workers.Parts).Select(_ => new NegativeSampler(data))], data);
        return Compute(model, data.PairUsers, data.PairItems, (part, user, first, negatives) => _samplers[part].Draw(random, user, first, negatives));
    }

    /// <summary>∇L over explicit triples.</summary>
    /// <returns>L</returns>
    public double Compute(MatrixFactorization model, IReadOnlyList<Triple> triples)
    {
        var byUser = triples.OrderBy(triple => triple.User).ToArray();
        int[] users = [.. byUser.Select(triple => triple.User)], positives = [.. byUser.Select(triple => triple.Positive)];
        return Compute(model, users, positives, (_, _, first, negatives) =>
        {
            for (var t = 0; t < negatives.Length; t++)
                negatives[t] = byUser[first + t].Negative;
        });
    }

    /// <summary>Δ ← ε·g/‖g‖ for every row</summary>
    public void SetToFastGradient(Perturbation delta, float epsilon)
    {
        var (users, parts) = (UserGradients.Rows, _workers.Parts);
        var rows = users + ItemGradients.Rows;
        _workers.ForEach(parts, part =>
        {
            for (var row = (int)((long)rows * part / parts); row < (int)((long)rows * (part + 1) / parts); row++)
            {
                if (row < users)
                    Kernels.Normalize(UserGradients.PaddedRow(row), epsilon, delta.UserFactors.PaddedRow(row));
                else
                    Kernels.Normalize(ItemGradients.PaddedRow(row - users), epsilon, delta.ItemFactors.PaddedRow(row - users));
            }
        });
    }

    /// <summary>Fills in the negatives of one user's pairs; no two threads work on the same part.</summary>
    private delegate void NegativesOf(int part, int user, int firstPair, Span<int> negatives);

    private readonly record struct Block(int[] Users, int[] Positives, int Start, int Count);

    private double Compute(MatrixFactorization model, int[] users, int[] positives, NegativesOf negativesOf)
    {
        Clear();
        for (var start = 0; start < users.Length; start += BlockSize)
        {
            var block = new Block(users, positives, start, Math.Min(BlockSize, users.Length - start));
            Reserve(block.Count);
            AddBlock(model, block, negativesOf);
        }

        return _userLosses.Sum();
    }

    private void AddBlock(MatrixFactorization model, Block block, NegativesOf negativesOf)
    {
        var parts = SplitBetweenUsers(block);
        _workers.ForEach(parts.Length - 1, part => AddUsers(model, block, part, parts[part], parts[part + 1], negativesOf));
        CountsToPositions(parts.Length - 1);
        _workers.ForEach(parts.Length - 1, part => SortByItem(block, parts[part], parts[part + 1], _itemCounts[part]));
        var items = SplitItems();
        _workers.ForEach(items.Length - 1, part => AddItems(model, items[part], items[part + 1]));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddUsers(MatrixFactorization model, Block block, int part, int from, int to, NegativesOf negativesOf)
    {
        var itemCounts = _itemCounts[part];
        Array.Clear(itemCounts);
        for (int start = from, end; start < to; start = end)
        {
            var user = block.Users[block.Start + start];
            end = start + 1;
            while (end < to && block.Users[block.Start + end] == user)
                end++;

            negativesOf(part, user, block.Start + start, _negatives.AsSpan(start..end));
            for (var run = start; run < end; run += RunSize)
            {
                var count = Math.Min(RunSize, end - run);
                var positives = block.Positives.AsSpan(block.Start + run, count);
                var negatives = _negatives.AsSpan(run, count);
                var x = _x.AsSpan(run, count);
                Kernels.ScoreDifferences(model.UserFactors.PaddedRow(user), model.ItemFactors, positives, negatives, x);
                _userLosses[user] += Kernels.BprLoss(x);
                Kernels.AddItemDifferences(model.ItemFactors, positives, negatives, x, UserGradients.PaddedRow(user));
                for (var t = 0; t < count; t++)
                {
                    itemCounts[positives[t]]++;
                    itemCounts[negatives[t]]++;
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountsToPositions(int parts)
    {
        var position = 0;
        for (var item = 0; item < ItemGradients.Rows; item++)
        {
            _itemStarts[item] = position;
            for (var part = 0; part < parts; part++)
            {
                var count = _itemCounts[part][item];
                _itemCounts[part][item] = position;
                position += count;
            }
        }

        _itemStarts[^1] = position;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void SortByItem(Block block, int from, int to, int[] positions)
    {
        for (var t = from; t < to; t++)
        {
            var user = block.Users[block.Start + t];
            _terms[positions[block.Positives[block.Start + t]]++] = (user, _x[t]);
            _terms[positions[_negatives[t]]++] = (user, -_x[t]);
        }
    }

    private void AddItems(MatrixFactorization model, int from, int to)
    {
        for (var item = from; item < to; item++)
            Kernels.AddWeightedRows(model.UserFactors, _terms.AsSpan(_itemStarts[item].._itemStarts[item + 1]), ItemGradients.PaddedRow(item));
    }

    /// <summary>Parts of about the same number of triples, cut where the user changes.</summary>
    private int[] SplitBetweenUsers(Block block)
    {
        var cuts = new List<int>(_workers.Parts + 1) { 0 };
        for (var part = 1; part <= _workers.Parts; part++)
        {
            var cut = Math.Max(1, (int)((long)block.Count * part / _workers.Parts));
            while (cut < block.Count && block.Users[block.Start + cut] == block.Users[block.Start + cut - 1])
                cut++;
            if (cut > cuts[^1])
                cuts.Add(cut);
        }

        return [.. cuts];
    }

    /// <summary>Ranges of items with about the same number of terms.</summary>
    private int[] SplitItems()
    {
        var cuts = new int[_workers.Parts + 1];
        for (var part = 1; part < cuts.Length; part++)
        {
            var found = Array.BinarySearch(_itemStarts, (int)((long)_itemStarts[^1] * part / _workers.Parts));
            cuts[part] = Math.Max(cuts[part - 1], Math.Min(found < 0 ? ~found : found, ItemGradients.Rows));
        }

        cuts[^1] = ItemGradients.Rows;
        return cuts;
    }

    private void Clear()
    {
        UserGradients.Values.Clear();
        ItemGradients.Values.Clear();
        Array.Clear(_userLosses);
    }

    private void Reserve(int count)
    {
        if (_x.Length >= count)
            return;
        _x = new float[count];
        _negatives = new int[count];
        _terms = new (int, float)[2 * count];
    }
}
