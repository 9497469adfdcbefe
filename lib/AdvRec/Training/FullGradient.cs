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
/// Triples come sorted by user and are taken in blocks of whole users. Within a block every row of the result is summed by one thread in the order of
/// the triples: first the users' rows, with c = dL/dx of every triple on the way; then, after a stable counting sort of the terms ±c·p_u by item,
/// the items' rows. No sum is ever split, so the bits depend neither on the number of threads nor on the size of the blocks.
/// </remarks>
internal sealed class FullGradient
{
    private const int LargestBlock = 1 << 18;

    // With fewer triples for each item and part an item's row is fetched for too few terms; with more the terms take as much memory as the rows.
    private const int TriplesPerItem = 3;

    // One user's items in use at a time: 2 · 32 rows of 64 numbers fit the first-level cache.
    private const int RunSize = 32;

    private readonly Workers _workers;
    private readonly int _blockSize;
    private readonly double[] _userLosses;
    private readonly int[][] _itemCounts;
    private readonly int[] _itemStarts;
    private readonly int[] _userCuts;
    private readonly int[] _itemCuts;
    private NegativeSampler[]? _samplers;
    private LeaveOneOutDataset? _sampled;
    private BlockMemory _memory = BlockMemory.None;

    public FullGradient(MatrixFactorization model, int threads)
        : this(Perturbation.Zero(model), threads)
    {
    }

    /// <param name="perturbation">Memory for the gradient, and for the perturbation that is made of it.</param>
    /// <param name="threads">Most threads to use; 0 for one per processor.</param>
    public FullGradient(Perturbation perturbation, int threads)
    {
        var items = perturbation.ItemFactors.Rows;
        _workers = new(threads);
        _blockSize = (int)Math.Min((long)_workers.Parts * TriplesPerItem * items, LargestBlock);
        _userLosses = new double[perturbation.UserFactors.Rows];
        _itemCounts = [.. Enumerable.Range(0, _workers.Parts).Select(_ => new int[items])];
        _itemStarts = new int[items + 1];
        (_userCuts, _itemCuts) = (new int[_workers.Parts + 1], new int[_workers.Parts + 1]);
        Perturbation = perturbation;
    }

    /// <summary>Δ, after <see cref="ToFastGradient"/> and until the next gradient.</summary>
    public Perturbation Perturbation { get; }

    public FactorMatrix UserGradients => Perturbation.UserFactors;

    public FactorMatrix ItemGradients => Perturbation.ItemFactors;

    /// <summary>∇L over all training pairs, each with a fresh negative.</summary>
    /// <returns>L</returns>
    public double Compute(MatrixFactorization model, LeaveOneOutDataset data, CounterRandom random)
    {
        if (_samplers is null || _sampled != data)
            (_samplers, _sampled) = (Samplers(data), data);
        return Compute(new Triples(model, data.PairUsers, data.PairItems, null, random));
    }

    /// <summary>∇L over explicit triples.</summary>
    /// <returns>L</returns>
    public double Compute(MatrixFactorization model, IReadOnlyList<Triple> triples)
    {
        var byUser = triples.OrderBy(triple => triple.User).ToArray();
        return Compute(new Triples(
            model,
            [.. byUser.Select(triple => triple.User)],
            [.. byUser.Select(triple => triple.Positive)],
            [.. byUser.Select(triple => triple.Negative)],
            default));
    }

    /// <summary>Δ = ε·g/‖g‖ for every row, in the gradient's own memory.</summary>
    public Perturbation ToFastGradient(float epsilon)
    {
        Normalize(UserGradients, epsilon);
        Normalize(ItemGradients, epsilon);
        return Perturbation;
    }

    /// <summary>Triples sorted by user, or a part of them. Without negatives these are drawn.</summary>
    private readonly record struct Triples(MatrixFactorization Model, int[] Users, int[] Positives, int[]? Negatives, CounterRandom Random, int Start = 0, int Count = 0);

    private double Compute(Triples all)
    {
        UserGradients.Values.Clear();
        ItemGradients.Values.Clear();
        Array.Clear(_userLosses);
        Reserve(Math.Min(_blockSize, all.Users.Length));
        for (int start = 0, end; start < all.Users.Length; start = end)
        {
            end = EndOfBlock(all.Users, start);
            Reserve(end - start);
            AddBlock(all with { Start = start, Count = end - start });
        }

        (BlockMemory.OfThread, _memory) = (_memory, BlockMemory.None);
        return _userLosses.Sum();
    }

    /// <summary>As many whole users as fit a block, and at least one.</summary>
    private int EndOfBlock(int[] users, int start)
    {
        if (users.Length - start <= _blockSize)
            return users.Length;
        var end = start + _blockSize;
        while (end > start && users[end] == users[end - 1])
            end--;
        if (end == start)
            end = start + _blockSize;
        while (end < users.Length && users[end] == users[end - 1])
            end++;
        return end;
    }

    private void AddBlock(Triples block)
    {
        var parts = SplitBetweenUsers(block);
        _workers.ForEach(parts, (Gradient: this, block), static (part, on) => on.Gradient.AddUsers(on.block, part));
        CountsToPositions(parts);
        _workers.ForEach(parts, (Gradient: this, block), static (part, on) => on.Gradient.SortByItem(on.block, part));
        SplitItems();
        _workers.ForEach(_workers.Parts, (Gradient: this, block.Model), static (part, on) => on.Gradient.AddItems(on.Model, part));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddUsers(Triples block, int part)
    {
        var (model, itemCounts, to) = (block.Model, _itemCounts[part], _userCuts[part + 1]);
        Array.Clear(itemCounts);
        for (int start = _userCuts[part], end; start < to; start = end)
        {
            var user = block.Users[block.Start + start];
            end = start + 1;
            while (end < to && block.Users[block.Start + end] == user)
                end++;

            SetNegatives(block, part, user, start, end);
            for (var run = start; run < end; run += RunSize)
            {
                var count = Math.Min(RunSize, end - run);
                var positives = block.Positives.AsSpan(block.Start + run, count);
                var negatives = _memory.Negatives.AsSpan(run, count);
                var x = _memory.X.AsSpan(run, count);
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

    private void SetNegatives(Triples block, int part, int user, int start, int end)
    {
        var negatives = _memory.Negatives.AsSpan(start..end);
        if (block.Negatives is null)
            _samplers![part].Draw(block.Random, user, block.Start + start, negatives);
        else
            block.Negatives.AsSpan(block.Start + start, end - start).CopyTo(negatives);
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
    private void SortByItem(Triples block, int part)
    {
        var (start, count) = (_userCuts[part], _userCuts[part + 1] - _userCuts[part]);
        var users = block.Users.AsSpan(block.Start + start, count);
        var positives = block.Positives.AsSpan(block.Start + start, count);
        var negatives = _memory.Negatives.AsSpan(start, count);
        var x = _memory.X.AsSpan(start, count);
        var (terms, positions) = (_memory.Terms, _itemCounts[part]);
        for (var t = 0; t < users.Length; t++)
        {
            terms[positions[positives[t]]++] = (users[t], x[t]);
            terms[positions[negatives[t]]++] = (users[t], -x[t]);
        }
    }

    private void AddItems(MatrixFactorization model, int part)
    {
        for (var item = _itemCuts[part]; item < _itemCuts[part + 1]; item++)
            Kernels.AddWeightedRows(model.UserFactors, _memory.Terms.AsSpan(_itemStarts[item].._itemStarts[item + 1]), ItemGradients.PaddedRow(item));
    }

    /// <summary>Parts of about the same number of triples, cut where the user changes.</summary>
    /// <returns>How many.</returns>
    private int SplitBetweenUsers(Triples block)
    {
        var parts = 0;
        for (var part = 1; part <= _workers.Parts; part++)
        {
            var cut = Math.Max(1, (int)((long)block.Count * part / _workers.Parts));
            while (cut < block.Count && block.Users[block.Start + cut] == block.Users[block.Start + cut - 1])
                cut++;
            if (cut > _userCuts[parts])
                _userCuts[++parts] = cut;
        }

        return parts;
    }

    /// <summary>Ranges of items with about the same number of terms.</summary>
    private void SplitItems()
    {
        for (var part = 1; part < _workers.Parts; part++)
        {
            var found = Array.BinarySearch(_itemStarts, (int)((long)_itemStarts[^1] * part / _workers.Parts));
            _itemCuts[part] = Math.Max(_itemCuts[part - 1], Math.Min(found < 0 ? ~found : found, ItemGradients.Rows));
        }

        _itemCuts[^1] = ItemGradients.Rows;
    }

    private void Normalize(FactorMatrix gradients, float epsilon) => _workers.ForEach(
        _workers.Parts, (gradients, epsilon, _workers.Parts), static (part, on) =>
        {
            var rows = (long)on.gradients.Rows;
            for (var row = (int)(rows * part / on.Parts); row < (int)(rows * (part + 1) / on.Parts); row++)
                Kernels.Normalize(on.gradients.PaddedRow(row), on.epsilon, on.gradients.PaddedRow(row));
        });

    private NegativeSampler[] Samplers(LeaveOneOutDataset data) => [.. Enumerable.Range(0, _workers.Parts).Select(_ => new NegativeSampler(data))];

    private void Reserve(int count)
    {
        if (_memory.Count < count)
            (_memory, BlockMemory.OfThread) = (BlockMemory.OfThread.Count < count ? new(count) : BlockMemory.OfThread, BlockMemory.None);
    }

    /// <summary>What a block needs while it is summed up. A thread keeps it from one gradient to the next, for every attack has a gradient of its own.</summary>
    private sealed class BlockMemory(int count)
    {
        [ThreadStatic]
        private static BlockMemory? t_free;

        public static BlockMemory None { get; } = new(0);

        public static BlockMemory OfThread
        {
            get => t_free ?? None;
            set => t_free = value;
        }

        public int Count => count;

        public float[] X { get; } = new float[count];

        public int[] Negatives { get; } = new int[count];

        public (int User, float Weight)[] Terms { get; } = new (int, float)[2 * count];
    }
}
