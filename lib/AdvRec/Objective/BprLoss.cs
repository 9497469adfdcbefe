using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AdvRec.Numerics;

namespace AdvRec.Objective;

/// <summary>
/// The BPR loss and its gradient over triples (u, i, j). Rendle et al. 2009, section 4.1:
/// <code>
/// x = ⟨p_u, q_i − q_j⟩      L = Σ softplus(−clip(x, −80, 10⁸))      c = dL/dx = −σ(−x), and 0 where the clip holds
/// ∂L/∂p_u = c(q_i − q_j)    ∂L/∂q_i = c·p_u                         ∂L/∂q_j = −c·p_u
/// </code>
/// </summary>
internal static class BprLoss
{
    // Rows to fetch in advance.
    private const int Ahead = 6;

    /// <summary>xₜ = ⟨p_u, q_i − q_j⟩ for every triple</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ScoreDifferences(RowSpan p, RowSpan q, ReadOnlySpan<Triple> triples, Span<float> x)
    {
        for (var t = 0; t < triples.Length; t++)
        {
            if (t + Ahead < triples.Length)
            {
                var (nextUser, nextPositive, nextNegative) = triples[t + Ahead];
                p.Prefetch(nextUser);
                q.Prefetch(nextPositive);
                q.Prefetch(nextNegative);
            }

            var (u, i, j) = triples[t];
            x[t] = ScoreDifference(ref p[u], ref q[i], ref q[j], p.Stride);
        }
    }

    /// <summary>The same for one user's pairs of items</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ScoreDifferences(ReadOnlySpan<float> p, RowSpan q, ReadOnlySpan<int> positives, ReadOnlySpan<int> negatives, Span<float> x)
    {
        ref var user = ref MemoryMarshal.GetReference(p);
        for (var t = 0; t < positives.Length; t++)
            x[t] = ScoreDifference(ref user, ref q[positives[t]], ref q[negatives[t]], q.Stride);
    }

    /// <summary>x ← c, in place</summary>
    /// <returns>L, summed in double precision.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double ToDerivatives(Span<float> x)
    {
        ref var values = ref MemoryMarshal.GetReference(x);
        var sum = Vector512<double>.Zero;
        var t = 0;
        for (; t <= x.Length - Lanes.Count; t += Lanes.Count)
        {
            var (loss, derivative) = Logistic.Of(Vector512.LoadUnsafe(ref values, (nuint)t));
            derivative.StoreUnsafe(ref values, (nuint)t);
            sum += Vector512.WidenLower(loss) + Vector512.WidenUpper(loss);
        }

        if (t < x.Length)
        {
            Span<float> rest = stackalloc float[Lanes.Count];
            // Far to the right of the clip: loss and derivative are exactly 0.
            rest.Fill(float.PositiveInfinity);
            x[t..].CopyTo(rest);
            var (loss, derivative) = Logistic.Of(Vector512.Create<float>(rest));
            derivative.CopyTo(rest);
            rest[..(x.Length - t)].CopyTo(x[t..]);
            sum += Vector512.WidenLower(loss) + Vector512.WidenUpper(loss);
        }

        return Lanes.Fold(sum);
    }

    /// <summary>g ← g + w·∇L; the three gradients of a triple are the rows that <paramref name="slots"/> names</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddGradients(
        RowSpan p, RowSpan q, ReadOnlySpan<Triple> triples, ReadOnlySpan<float> c, float w, ReadOnlySpan<Triple> slots, RowSpan gradientP, RowSpan gradientQ)
    {
        var stride = (nuint)p.Stride;
        for (var t = 0; t < triples.Length; t++)
        {
            var (u, i, j) = triples[t];
            ref var user = ref p[u];
            ref var positive = ref q[i];
            ref var negative = ref q[j];
            var (userSlot, positiveSlot, negativeSlot) = slots[t];
            ref var userGradient = ref gradientP[userSlot];
            ref var positiveGradient = ref gradientQ[positiveSlot];
            ref var negativeGradient = ref gradientQ[negativeSlot];
            var coefficient = Vector512.Create(w * c[t]);
            for (nuint k = 0; k < stride; k += Lanes.Count)
            {
                var difference = Vector512.LoadUnsafe(ref positive, k) - Vector512.LoadUnsafe(ref negative, k);
                var step = coefficient * Vector512.LoadUnsafe(ref user, k);
                (Vector512.LoadUnsafe(ref userGradient, k) + coefficient * difference).StoreUnsafe(ref userGradient, k);
                (Vector512.LoadUnsafe(ref positiveGradient, k) + step).StoreUnsafe(ref positiveGradient, k);
                (Vector512.LoadUnsafe(ref negativeGradient, k) - step).StoreUnsafe(ref negativeGradient, k);
            }
        }
    }

    private static float ScoreDifference(ref float user, ref float positive, ref float negative, int length)
    {
        var sum = Vector512<float>.Zero;
        for (nuint k = 0; k < (nuint)length; k += Lanes.Count)
            sum += Vector512.LoadUnsafe(ref user, k) * (Vector512.LoadUnsafe(ref positive, k) - Vector512.LoadUnsafe(ref negative, k));
        return Lanes.Fold(sum);
    }
}
