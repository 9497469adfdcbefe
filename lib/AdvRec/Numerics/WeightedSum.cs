using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AdvRec.Numerics;

/// <summary>The terms wₜ·vₜ of a sum of rows.</summary>
internal interface ITerms
{
    int Count { get; }

    float Weight(int term);

    /// <summary>Sixteen numbers of vₜ, from the k-th on.</summary>
    Vector512<float> Lanes(int term, nuint k);
}

/// <summary>g ← g + Σ wₜ·vₜ, in the order of the terms</summary>
internal static class WeightedSum
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add<TTerms>(TTerms terms, Span<float> g)
        where TTerms : struct, ITerms, allows ref struct
    {
        const int Lane = Lanes.Count;
        ref var sum = ref MemoryMarshal.GetReference(g);
        nuint k = 0;
        // Four independent sums at a time, so that no addition waits for the one before it.
        for (; k + 4 * Lane <= (nuint)g.Length; k += 4 * Lane)
        {
            var s0 = Vector512.LoadUnsafe(ref sum, k);
            var s1 = Vector512.LoadUnsafe(ref sum, k + Lane);
            var s2 = Vector512.LoadUnsafe(ref sum, k + 2 * Lane);
            var s3 = Vector512.LoadUnsafe(ref sum, k + 3 * Lane);
            for (var t = 0; t < terms.Count; t++)
            {
                var w = Vector512.Create(terms.Weight(t));
                s0 += w * terms.Lanes(t, k);
                s1 += w * terms.Lanes(t, k + Lane);
                s2 += w * terms.Lanes(t, k + 2 * Lane);
                s3 += w * terms.Lanes(t, k + 3 * Lane);
            }

            s0.StoreUnsafe(ref sum, k);
            s1.StoreUnsafe(ref sum, k + Lane);
            s2.StoreUnsafe(ref sum, k + 2 * Lane);
            s3.StoreUnsafe(ref sum, k + 3 * Lane);
        }

        for (; k < (nuint)g.Length; k += Lane)
        {
            var s = Vector512.LoadUnsafe(ref sum, k);
            for (var t = 0; t < terms.Count; t++)
                s += Vector512.Create(terms.Weight(t)) * terms.Lanes(t, k);
            s.StoreUnsafe(ref sum, k);
        }
    }
}
