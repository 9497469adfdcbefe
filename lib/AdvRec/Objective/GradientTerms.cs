using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AdvRec.Numerics;

namespace AdvRec.Objective;

/// <summary>cₜ(q_i − q_j) for one user's pairs of items.</summary>
internal readonly ref struct ItemDifferences(RowSpan q, ReadOnlySpan<int> positives, ReadOnlySpan<int> negatives, ReadOnlySpan<float> c) : ITerms
{
    private readonly RowSpan _q = q;
    private readonly ReadOnlySpan<int> _positives = positives, _negatives = negatives;
    private readonly ReadOnlySpan<float> _c = c;

    public int Count => _c.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Weight(int term) => _c[term];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Lanes(int term, nuint k) =>
        Vector512.LoadUnsafe(ref _q[_positives[term]], k) - Vector512.LoadUnsafe(ref _q[_negatives[term]], k);
}

/// <summary>±cₜ·p_u for the users whose triples hold one item.</summary>
internal readonly ref struct UserRows(RowSpan p, ReadOnlySpan<(int User, float Weight)> terms) : ITerms
{
    private readonly RowSpan _p = p;
    private readonly ReadOnlySpan<(int User, float Weight)> _terms = terms;

    public int Count => _terms.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Weight(int term) => _terms[term].Weight;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<float> Lanes(int term, nuint k) => Vector512.LoadUnsafe(ref _p[_terms[term].User], k);
}
