using System.Runtime.CompilerServices;
using AdvRec.Numerics;

namespace AdvRec.Objective;

/// <summary>
/// The terms ±c·p_u of a block, sorted by item: a counting sort that keeps the order of the triples, whatever thread has which of them.
/// Every part counts its own items first; counts become places, part after part; then every part puts its terms there.
/// </summary>
internal sealed class ItemTerms
{
    private readonly int[][] _places;
    private readonly int[] _starts;
    private readonly int[] _cuts;
    private (int User, float Weight)[] _terms = [];

    public ItemTerms(int parts, int items)
    {
        _places = [.. Enumerable.Range(0, parts).Select(_ => new int[items])];
        _starts = new int[items + 1];
        _cuts = new int[parts + 1];
    }

    /// <returns>The part's counts by item, all zero.</returns>
    public int[] StartCounting(int part)
    {
        Array.Clear(_places[part]);
        return _places[part];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Count(ReadOnlySpan<int> positives, ReadOnlySpan<int> negatives, int[] counts)
    {
        for (var t = 0; t < positives.Length; t++)
        {
            counts[positives[t]]++;
            counts[negatives[t]]++;
        }
    }

    public void Sort(UserBlocks block, Workers workers)
    {
        _terms = block.Terms;
        CountsToPlaces();
        workers.ForEach(_places.Length, (This: this, block), static (part, on) => on.This.Place(part, on.block));
        Parts.Cut(_starts, 0, _starts.Length - 1, _cuts);
    }

    /// <returns>A range of items with about the same number of terms as the others.</returns>
    public (int From, int To) Part(int part) => (_cuts[part], _cuts[part + 1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<(int User, float Weight)> Of(int item) => _terms.AsSpan(_starts[item], _starts[item + 1] - _starts[item]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CountsToPlaces()
    {
        var place = 0;
        for (var item = 0; item < _starts.Length - 1; item++)
        {
            _starts[item] = place;
            foreach (var places in _places)
            {
                var count = places[item];
                places[item] = place;
                place += count;
            }
        }

        _starts[^1] = place;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Place(int part, UserBlocks block)
    {
        var (terms, places) = (_terms, _places[part]);
        var (from, to) = block.Part(part);
        for (var user = from; user < to; user++)
        {
            var (first, end) = block.TriplesOf(user);
            ReadOnlySpan<int> positives = block.Positives(first, end - first), negatives = block.Negatives(first, end - first);
            var c = block.Derivatives(first, end - first);
            for (var t = 0; t < c.Length; t++)
            {
                terms[places[positives[t]]++] = (user, c[t]);
                terms[places[negatives[t]]++] = (user, -c[t]);
            }
        }
    }
}
