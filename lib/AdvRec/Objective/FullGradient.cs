using System.Runtime.CompilerServices;
using AdvRec.Data;
using AdvRec.Models;
using AdvRec.Numerics;

namespace AdvRec.Objective;

/// <summary>
/// The gradient of the BPR loss over very many triples, such as the whole training set, by as many threads as there are.
/// </summary>
/// <remarks>
/// Triples come grouped by user and are taken in blocks of whole users. Within a block every row of the result is summed by one thread in the order of
/// the triples: first the users' rows, with c = dL/dx of every triple on the way; then, after a stable counting sort of the terms ±c·p_u by item,
/// the items' rows. No sum is ever split, so the bits depend neither on the number of threads nor on the size of the blocks.
/// </remarks>
internal sealed class FullGradient
{
    // One user's items in use at a time: 2 · 32 rows of 64 numbers fit the first-level cache.
    private const int RunSize = 32;

    private readonly Workers _workers;
    private readonly UserBlocks _blocks;
    private readonly ItemTerms _terms;
    private readonly double[] _userLosses;
    private NegativeSampler[] _samplers = [];
    private LeaveOneOutDataset? _sampled;

    public FullGradient(MatrixFactorization model, Workers workers)
    {
        _workers = workers;
        _blocks = new(_workers.Parts, model.ItemCount);
        _terms = new(_workers.Parts, model.ItemCount);
        _userLosses = new double[model.UserCount];
    }

    /// <summary>g ← ∇L</summary>
    /// <returns>L</returns>
    public double Compute(MatrixFactorization model, SortedTriples triples, Gradient g)
    {
        if (triples.Data is { } data && _sampled != data)
            (_samplers, _sampled) = (Samplers(data), data);
        g.SetToZero();
        Array.Clear(_userLosses);
        _blocks.Start(triples);
        while (_blocks.MoveNext())
        {
            _workers.ForEach(_workers.Parts, (This: this, model, g), static (part, on) => on.This.AddUsers(part, on.model, on.g));
            _terms.Sort(_blocks, _workers);
            _workers.ForEach(_workers.Parts, (This: this, model, g), static (part, on) => on.This.AddItems(part, on.model, on.g));
        }

        _blocks.Finish();
        return _userLosses.Sum();
    }

    /// <summary>∂L/∂p_u = Σ c(q_i − q_j), user by user</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddUsers(int part, MatrixFactorization model, Gradient g)
    {
        var counts = _terms.StartCounting(part);
        var (drawn, random) = (_blocks.Triples.Negatives is null, _blocks.Triples.Random);
        var q = model.ItemFactors.Span;
        var (from, to) = _blocks.Part(part);
        for (var user = from; user < to; user++)
        {
            var (first, end) = _blocks.TriplesOf(user);
            if (drawn)
                _samplers[part].Draw(random, user, first, _blocks.Negatives(first, end - first));
            for (; first < end; first += RunSize)
            {
                var count = Math.Min(RunSize, end - first);
                ReadOnlySpan<int> positives = _blocks.Positives(first, count), negatives = _blocks.Negatives(first, count);
                var x = _blocks.Derivatives(first, count);
                BprLoss.ScoreDifferences(model.UserFactors.PaddedRow(user), q, positives, negatives, x);
                _userLosses[user] += BprLoss.ToDerivatives(x);
                WeightedSum.Add(new ItemDifferences(q, positives, negatives, x), g.Users.PaddedRow(user));
                ItemTerms.Count(positives, negatives, counts);
            }
        }
    }

    /// <summary>∂L/∂q_i = Σ ±c·p_u, item by item</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddItems(int part, MatrixFactorization model, Gradient g)
    {
        var (from, to) = _terms.Part(part);
        var p = model.UserFactors.Span;
        for (var item = from; item < to; item++)
            WeightedSum.Add(new UserRows(p, _terms.Of(item)), g.Items.PaddedRow(item));
    }

    private NegativeSampler[] Samplers(LeaveOneOutDataset data) => [.. Enumerable.Range(0, _workers.Parts).Select(_ => new NegativeSampler(data))];
}
