using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AdvRec.Numerics;

/// <summary>products[u, i] = ⟨a_u, b_i⟩ for all rows of two matrices, row by row of the first</summary>
internal static class Products
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void All(RowSpan a, RowSpan b, Span<float> products)
    {
        var row = 0;
        for (; row <= a.Count - 4; row += 4)
            FourRows(a, row, b, products[(row * b.Count)..]);
        for (; row < a.Count; row++)
        {
            for (var i = 0; i < b.Count; i++)
                products[row * b.Count + i] = Vectors.Dot(ref a[row], ref b[i], a.Stride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRows(RowSpan a, int row, RowSpan b, Span<float> products)
    {
        ref var u0 = ref a[row];
        ref var u1 = ref a[row + 1];
        ref var u2 = ref a[row + 2];
        ref var u3 = ref a[row + 3];
        var s0 = products[..b.Count];
        var s1 = products.Slice(b.Count, b.Count);
        var s2 = products.Slice(2 * b.Count, b.Count);
        var s3 = products.Slice(3 * b.Count, b.Count);
        var (i, stride) = (0, (nuint)a.Stride);
        // Two rows of b at a time, where there are registers for eight sums.
        for (; Vector512.IsHardwareAccelerated && i <= b.Count - 2; i += 2)
        {
            ref var item = ref b[i];
            ref var next = ref b[i + 1];
            Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
            for (nuint k = 0; k < stride; k += Lanes.Count)
            {
                var (left, right) = (Vector512.LoadUnsafe(ref item, k), Vector512.LoadUnsafe(ref next, k));
                a0 += Vector512.LoadUnsafe(ref u0, k) * left;
                b0 += Vector512.LoadUnsafe(ref u0, k) * right;
                a1 += Vector512.LoadUnsafe(ref u1, k) * left;
                b1 += Vector512.LoadUnsafe(ref u1, k) * right;
                a2 += Vector512.LoadUnsafe(ref u2, k) * left;
                b2 += Vector512.LoadUnsafe(ref u2, k) * right;
                a3 += Vector512.LoadUnsafe(ref u3, k) * left;
                b3 += Vector512.LoadUnsafe(ref u3, k) * right;
            }

            var (lower, upper) = (Lanes.Fold(a0, b0, a1, b1), Lanes.Fold(a2, b2, a3, b3));
            lower.GetLower().StoreUnsafe(ref s0[i]);
            lower.GetUpper().StoreUnsafe(ref s1[i]);
            upper.GetLower().StoreUnsafe(ref s2[i]);
            upper.GetUpper().StoreUnsafe(ref s3[i]);
        }

        for (; i < b.Count; i++)
        {
            ref var item = ref b[i];
            Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default;
            for (nuint k = 0; k < stride; k += Lanes.Count)
            {
                var factors = Vector512.LoadUnsafe(ref item, k);
                a0 += Vector512.LoadUnsafe(ref u0, k) * factors;
                a1 += Vector512.LoadUnsafe(ref u1, k) * factors;
                a2 += Vector512.LoadUnsafe(ref u2, k) * factors;
                a3 += Vector512.LoadUnsafe(ref u3, k) * factors;
            }

            s0[i] = Lanes.Fold(a0);
            s1[i] = Lanes.Fold(a1);
            s2[i] = Lanes.Fold(a2);
            s3[i] = Lanes.Fold(a3);
        }
    }
}
