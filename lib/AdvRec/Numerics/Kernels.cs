using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using AdvRec.Models;
using AdvRec.Training;

namespace AdvRec.Numerics;

/// <summary>
/// Every inner loop of the library. All of them work on 16 lanes: element k of a row belongs to lane k mod 16, sums over a row are taken
/// lane by lane and then folded in halves. Products are rounded before they are added (no fused multiply-add), and sigmoid and softplus are
/// made of additions, multiplications and divisions only: the same bits on every instruction set. The loops are compiled with full optimisation
/// at the first call, since a notebook's whole training is over before the runtime would have recompiled them.
/// </summary>
internal static class Kernels
{
    public const int Lanes = 16;

    // Rows to fetch in advance.
    private const int Ahead = 6;

    /// <summary>The first place in a pinned array that starts a cache line.</summary>
    public static unsafe int FirstOnCacheLine(float[] pinned)
    {
        fixed (float* first = pinned)
            return (int)(-(nint)first & 63) / sizeof(float);
    }

    /// <summary>⟨a, b⟩</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b) =>
        Dot(ref MemoryMarshal.GetReference(a), ref MemoryMarshal.GetReference(b), a.Length);

    /// <summary>Σ aₖ²</summary>
    public static float SumOfSquares(ReadOnlySpan<float> a) => Dot(a, a);

    /// <summary>xₜ = ⟨p_u, q_i − q_j⟩ for every triple (u, i, j)</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ScoreDifferences(FactorMatrix p, FactorMatrix q, ReadOnlySpan<Triple> triples, Span<float> x)
    {
        ref var users = ref MemoryMarshal.GetReference(p.Values);
        ref var items = ref MemoryMarshal.GetReference(q.Values);
        var stride = p.Stride;
        for (var t = 0; t < triples.Length; t++)
        {
            if (t + Ahead < triples.Length)
            {
                var (nextUser, nextPositive, nextNegative) = triples[t + Ahead];
                Prefetch(ref Row(ref users, nextUser, stride), stride);
                Prefetch(ref Row(ref items, nextPositive, stride), stride);
                Prefetch(ref Row(ref items, nextNegative, stride), stride);
            }

            var (u, i, j) = triples[t];
            x[t] = DotDifference(ref Row(ref users, u, stride), ref Row(ref items, i, stride), ref Row(ref items, j, stride), stride);
        }
    }

    /// <summary>xₜ = ⟨p, q_i − q_j⟩ for one user's pairs of items</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ScoreDifferences(ReadOnlySpan<float> p, FactorMatrix q, ReadOnlySpan<int> positives, ReadOnlySpan<int> negatives, Span<float> x)
    {
        ref var user = ref MemoryMarshal.GetReference(p);
        ref var items = ref MemoryMarshal.GetReference(q.Values);
        var stride = q.Stride;
        for (var t = 0; t < positives.Length; t++)
            x[t] = DotDifference(ref user, ref Row(ref items, positives[t], stride), ref Row(ref items, negatives[t], stride), stride);
    }

    /// <summary>
    /// The BPR loss of score differences, replaced in place by its derivative:
    /// L = Σ softplus(−clip(x, −80, 10⁸));  dL/dx = −σ(−x), and 0 where the clip holds.
    /// </summary>
    /// <returns>L, summed in double precision.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double BprLoss(Span<float> x)
    {
        ref var values = ref MemoryMarshal.GetReference(x);
        var loss = Vector512<double>.Zero;
        var t = 0;
        for (; t <= x.Length - Lanes; t += Lanes)
        {
            var (softplus, derivative) = Logistic(Vector512.LoadUnsafe(ref values, (nuint)t));
            derivative.StoreUnsafe(ref values, (nuint)t);
            loss += Vector512.WidenLower(softplus) + Vector512.WidenUpper(softplus);
        }

        if (t < x.Length)
        {
            Span<float> rest = stackalloc float[Lanes];
            // Far to the right of the clip: loss and derivative are exactly 0.
            rest.Fill(float.PositiveInfinity);
            x[t..].CopyTo(rest);
            var (softplus, derivative) = Logistic(Vector512.Create<float>(rest));
            derivative.CopyTo(rest);
            rest[..(x.Length - t)].CopyTo(x[t..]);
            loss += Vector512.WidenLower(softplus) + Vector512.WidenUpper(softplus);
        }

        return Fold(loss);
    }

    /// <summary>
    /// g_u += w·cₜ(q_i − q_j),  g_i += w·cₜ p_u,  g_j −= w·cₜ p_u for every triple (u, i, j); its three gradients are the rows that <paramref name="slots"/> names
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddGradients(
        FactorMatrix p, FactorMatrix q, ReadOnlySpan<Triple> triples, ReadOnlySpan<float> c, float w,
        ReadOnlySpan<Triple> slots, FactorMatrix gradientP, FactorMatrix gradientQ)
    {
        ref var users = ref MemoryMarshal.GetReference(p.Values);
        ref var items = ref MemoryMarshal.GetReference(q.Values);
        ref var userGradients = ref MemoryMarshal.GetReference(gradientP.Values);
        ref var itemGradients = ref MemoryMarshal.GetReference(gradientQ.Values);
        var stride = p.Stride;
        for (var t = 0; t < triples.Length; t++)
        {
            var (u, i, j) = triples[t];
            ref var user = ref Row(ref users, u, stride);
            ref var positive = ref Row(ref items, i, stride);
            ref var negative = ref Row(ref items, j, stride);
            var (userSlot, positiveSlot, negativeSlot) = slots[t];
            ref var userGradient = ref Row(ref userGradients, userSlot, stride);
            ref var positiveGradient = ref Row(ref itemGradients, positiveSlot, stride);
            ref var negativeGradient = ref Row(ref itemGradients, negativeSlot, stride);
            var coefficient = Vector512.Create(w * c[t]);
            for (nuint k = 0; k < (nuint)stride; k += Lanes)
            {
                var difference = Vector512.LoadUnsafe(ref positive, k) - Vector512.LoadUnsafe(ref negative, k);
                var step = coefficient * Vector512.LoadUnsafe(ref user, k);
                (Vector512.LoadUnsafe(ref userGradient, k) + coefficient * difference).StoreUnsafe(ref userGradient, k);
                (Vector512.LoadUnsafe(ref positiveGradient, k) + step).StoreUnsafe(ref positiveGradient, k);
                (Vector512.LoadUnsafe(ref negativeGradient, k) - step).StoreUnsafe(ref negativeGradient, k);
            }
        }
    }

    /// <summary>g += Σ cₜ(q_i − q_j) over one user's pairs of items</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddItemDifferences(
        FactorMatrix q, ReadOnlySpan<int> positives, ReadOnlySpan<int> negatives, ReadOnlySpan<float> c, Span<float> g)
    {
        ref var items = ref MemoryMarshal.GetReference(q.Values);
        ref var gradient = ref MemoryMarshal.GetReference(g);
        var stride = q.Stride;
        nuint k = 0;
        // Four independent sums at a time, so that no addition waits for the one before it.
        for (; k + 4 * Lanes <= (nuint)stride; k += 4 * Lanes)
        {
            var s0 = Vector512.LoadUnsafe(ref gradient, k);
            var s1 = Vector512.LoadUnsafe(ref gradient, k + Lanes);
            var s2 = Vector512.LoadUnsafe(ref gradient, k + 2 * Lanes);
            var s3 = Vector512.LoadUnsafe(ref gradient, k + 3 * Lanes);
            for (var t = 0; t < positives.Length; t++)
            {
                ref var positive = ref Row(ref items, positives[t], stride);
                ref var negative = ref Row(ref items, negatives[t], stride);
                var w = Vector512.Create(c[t]);
                s0 += w * (Vector512.LoadUnsafe(ref positive, k) - Vector512.LoadUnsafe(ref negative, k));
                s1 += w * (Vector512.LoadUnsafe(ref positive, k + Lanes) - Vector512.LoadUnsafe(ref negative, k + Lanes));
                s2 += w * (Vector512.LoadUnsafe(ref positive, k + 2 * Lanes) - Vector512.LoadUnsafe(ref negative, k + 2 * Lanes));
                s3 += w * (Vector512.LoadUnsafe(ref positive, k + 3 * Lanes) - Vector512.LoadUnsafe(ref negative, k + 3 * Lanes));
            }

            s0.StoreUnsafe(ref gradient, k);
            s1.StoreUnsafe(ref gradient, k + Lanes);
            s2.StoreUnsafe(ref gradient, k + 2 * Lanes);
            s3.StoreUnsafe(ref gradient, k + 3 * Lanes);
        }

        for (; k < (nuint)stride; k += Lanes)
        {
            var sum = Vector512.LoadUnsafe(ref gradient, k);
            for (var t = 0; t < positives.Length; t++)
            {
                var difference = Vector512.LoadUnsafe(ref Row(ref items, positives[t], stride), k)
                    - Vector512.LoadUnsafe(ref Row(ref items, negatives[t], stride), k);
                sum += Vector512.Create(c[t]) * difference;
            }

            sum.StoreUnsafe(ref gradient, k);
        }
    }

    /// <summary>g += Σ cₜ p_uₜ over weighted rows</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddWeightedRows(FactorMatrix p, ReadOnlySpan<(int Row, float Weight)> terms, Span<float> g)
    {
        ref var rows = ref MemoryMarshal.GetReference(p.Values);
        ref var gradient = ref MemoryMarshal.GetReference(g);
        var stride = p.Stride;
        nuint k = 0;
        // Four independent sums at a time, so that no addition waits for the one before it.
        for (; k + 4 * Lanes <= (nuint)stride; k += 4 * Lanes)
        {
            var s0 = Vector512.LoadUnsafe(ref gradient, k);
            var s1 = Vector512.LoadUnsafe(ref gradient, k + Lanes);
            var s2 = Vector512.LoadUnsafe(ref gradient, k + 2 * Lanes);
            var s3 = Vector512.LoadUnsafe(ref gradient, k + 3 * Lanes);
            foreach (var (row, weight) in terms)
            {
                ref var factors = ref Row(ref rows, row, stride);
                var w = Vector512.Create(weight);
                s0 += w * Vector512.LoadUnsafe(ref factors, k);
                s1 += w * Vector512.LoadUnsafe(ref factors, k + Lanes);
                s2 += w * Vector512.LoadUnsafe(ref factors, k + 2 * Lanes);
                s3 += w * Vector512.LoadUnsafe(ref factors, k + 3 * Lanes);
            }

            s0.StoreUnsafe(ref gradient, k);
            s1.StoreUnsafe(ref gradient, k + Lanes);
            s2.StoreUnsafe(ref gradient, k + 2 * Lanes);
            s3.StoreUnsafe(ref gradient, k + 3 * Lanes);
        }

        for (; k < (nuint)stride; k += Lanes)
        {
            var sum = Vector512.LoadUnsafe(ref gradient, k);
            foreach (var (row, weight) in terms)
                sum += Vector512.Create(weight) * Vector512.LoadUnsafe(ref Row(ref rows, row, stride), k);
            sum.StoreUnsafe(ref gradient, k);
        }
    }

    /// <summary>a ← a + g²,  w ← w − η·g / (√a + 10⁻⁷),  g ← 0 for some rows of w and a; row s of g belongs to rows[s]</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Adagrad(FactorMatrix w, FactorMatrix a, ReadOnlySpan<int> rows, FactorMatrix g, float learningRate)
    {
        ref var allWeights = ref MemoryMarshal.GetReference(w.Values);
        ref var allAccumulators = ref MemoryMarshal.GetReference(a.Values);
        ref var gradients = ref MemoryMarshal.GetReference(g.Values);
        var stride = w.Stride;
        for (var slot = 0; slot < rows.Length; slot++)
        {
            if (slot + Ahead < rows.Length)
            {
                Prefetch(ref Row(ref allWeights, rows[slot + Ahead], stride), stride);
                Prefetch(ref Row(ref allAccumulators, rows[slot + Ahead], stride), stride);
            }

            var row = rows[slot];
            ref var weights = ref Row(ref allWeights, row, stride);
            ref var accumulators = ref Row(ref allAccumulators, row, stride);
            for (nuint k = 0; k < (nuint)stride; k += Lanes)
            {
                var gradient = Vector512.LoadUnsafe(ref gradients, k);
                var accumulator = Vector512.LoadUnsafe(ref accumulators, k) + gradient * gradient;
                var step = learningRate * gradient / (Vector512.Sqrt(accumulator) + Vector512.Create(1e-7f));
                accumulator.StoreUnsafe(ref accumulators, k);
                (Vector512.LoadUnsafe(ref weights, k) - step).StoreUnsafe(ref weights, k);
                Vector512<float>.Zero.StoreUnsafe(ref gradients, k);
            }

            gradients = ref Row(ref gradients, 1, stride);
        }
    }

    /// <summary>δ = ε·g / √max(Σ gₖ², 10⁻¹²): a row of length ε along the gradient, and zero where the gradient is zero</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Normalize(ReadOnlySpan<float> g, float epsilon, Span<float> delta) =>
        Scale(g, epsilon / MathF.Sqrt(MathF.Max(SumOfSquares(g), 1e-12f)), delta);

    /// <summary>c = a + b</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c)
    {
        for (var k = 0; k < a.Length; k += Lanes)
            (Vector512.Create(a[k..]) + Vector512.Create(b[k..])).CopyTo(c[k..]);
    }

    /// <summary>c ← c + s·a</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(Span<float> c, float s, ReadOnlySpan<float> a)
    {
        for (var k = 0; k < a.Length; k += Lanes)
            (Vector512.Create((ReadOnlySpan<float>)c[k..]) + Vector512.Create(a[k..]) * s).CopyTo(c[k..]);
    }

    /// <summary>b = s·a</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale(ReadOnlySpan<float> a, float s, Span<float> b)
    {
        for (var k = 0; k < a.Length; k += Lanes)
            (Vector512.Create(a[k..]) * s).CopyTo(b[k..]);
    }

    /// <summary>b = min(max(a, lowest), highest)</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Clamp(ReadOnlySpan<float> a, float lowest, float highest, Span<float> b)
    {
        for (var k = 0; k < a.Length; k += Lanes)
            Vector512.Min(Vector512.Max(Vector512.Create(a[k..]), Vector512.Create(lowest)), Vector512.Create(highest)).CopyTo(b[k..]);
    }

    /// <summary>scores[u, i] = ⟨p_u, q_i⟩ for a block of users and all items, user by user</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scores(FactorMatrix p, FactorMatrix q, int firstUser, int userCount, Span<float> scores)
    {
        ref var items = ref MemoryMarshal.GetReference(q.Values);
        ref var users = ref MemoryMarshal.GetReference(p.Values);
        int stride = p.Stride, itemCount = q.Rows, block = 0;
        for (; block <= userCount - 4; block += 4)
        {
            ref var u0 = ref Row(ref users, firstUser + block, stride);
            ref var u1 = ref Row(ref u0, 1, stride);
            ref var u2 = ref Row(ref u0, 2, stride);
            ref var u3 = ref Row(ref u0, 3, stride);
            var s0 = scores.Slice(block * itemCount, itemCount);
            var s1 = scores.Slice((block + 1) * itemCount, itemCount);
            var s2 = scores.Slice((block + 2) * itemCount, itemCount);
            var s3 = scores.Slice((block + 3) * itemCount, itemCount);
            var i = 0;
            // Two items at a time, where there are registers for eight sums.
            for (; Vector512.IsHardwareAccelerated && i <= itemCount - 2; i += 2)
            {
                ref var item = ref Row(ref items, i, stride);
                ref var next = ref Row(ref item, 1, stride);
                Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default, b0 = default, b1 = default, b2 = default, b3 = default;
                for (nuint k = 0; k < (nuint)stride; k += Lanes)
                {
                    var (a, b) = (Vector512.LoadUnsafe(ref item, k), Vector512.LoadUnsafe(ref next, k));
                    a0 += Vector512.LoadUnsafe(ref u0, k) * a;
                    b0 += Vector512.LoadUnsafe(ref u0, k) * b;
                    a1 += Vector512.LoadUnsafe(ref u1, k) * a;
                    b1 += Vector512.LoadUnsafe(ref u1, k) * b;
                    a2 += Vector512.LoadUnsafe(ref u2, k) * a;
                    b2 += Vector512.LoadUnsafe(ref u2, k) * b;
                    a3 += Vector512.LoadUnsafe(ref u3, k) * a;
                    b3 += Vector512.LoadUnsafe(ref u3, k) * b;
                }

                var (lower, upper) = (Fold(a0, b0, a1, b1), Fold(a2, b2, a3, b3));
                lower.GetLower().StoreUnsafe(ref s0[i]);
                lower.GetUpper().StoreUnsafe(ref s1[i]);
                upper.GetLower().StoreUnsafe(ref s2[i]);
                upper.GetUpper().StoreUnsafe(ref s3[i]);
            }

            for (; i < itemCount; i++)
            {
                ref var item = ref Row(ref items, i, stride);
                Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default;
                for (nuint k = 0; k < (nuint)stride; k += Lanes)
                {
                    var factors = Vector512.LoadUnsafe(ref item, k);
                    a0 += Vector512.LoadUnsafe(ref u0, k) * factors;
                    a1 += Vector512.LoadUnsafe(ref u1, k) * factors;
                    a2 += Vector512.LoadUnsafe(ref u2, k) * factors;
                    a3 += Vector512.LoadUnsafe(ref u3, k) * factors;
                }

                s0[i] = Fold(a0);
                s1[i] = Fold(a1);
                s2[i] = Fold(a2);
                s3[i] = Fold(a3);
            }
        }

        for (; block < userCount; block++)
        {
            ref var user = ref Row(ref users, firstUser + block, stride);
            for (var i = 0; i < itemCount; i++)
                scores[block * itemCount + i] = Dot(ref user, ref Row(ref items, i, stride), stride);
        }
    }

    /// <summary>How many values are at least as large as the threshold</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int CountAtLeast(ReadOnlySpan<float> values, float threshold)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        int t = 0, count = 0;
        for (; t <= values.Length - Lanes; t += Lanes)
        {
            var atLeast = Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref first, (nuint)t), Vector512.Create(threshold));
            count += System.Numerics.BitOperations.PopCount(atLeast.ExtractMostSignificantBits());
        }

        for (; t < values.Length; t++)
            count += values[t] >= threshold ? 1 : 0;
        return count;
    }

    /// <summary>Whether no value is NaN or infinite</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool AllFinite(ReadOnlySpan<float> values)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        var t = 0;
        // 0·v is NaN exactly where v is NaN or infinite.
        var poison = Vector512<float>.Zero;
        for (; t <= values.Length - Lanes; t += Lanes)
            poison += Vector512.LoadUnsafe(ref first, (nuint)t) * Vector512<float>.Zero;
        if (poison != Vector512<float>.Zero)
            return false;
        for (; t < values.Length; t++)
        {
            if (!float.IsFinite(values[t]))
                return false;
        }

        return true;
    }

    /// <summary>Asks for a row that will be needed soon: rows are too scattered for the processor to guess.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Prefetch(ref float row, int length)
    {
        if (!Sse.IsSupported)
            return;
        for (nuint k = 0; k < (nuint)length; k += Lanes)
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref row, k)));
    }

    private static ref float Row(ref float matrix, int row, int stride) => ref Unsafe.Add(ref matrix, (nint)row * stride);

    private static float Dot(ref float a, ref float b, int length)
    {
        var sum = Vector512<float>.Zero;
        for (nuint k = 0; k < (nuint)length; k += Lanes)
            sum += Vector512.LoadUnsafe(ref a, k) * Vector512.LoadUnsafe(ref b, k);
        return Fold(sum);
    }

    private static float DotDifference(ref float user, ref float positive, ref float negative, int length)
    {
        var sum = Vector512<float>.Zero;
        for (nuint k = 0; k < (nuint)length; k += Lanes)
            sum += Vector512.LoadUnsafe(ref user, k) * (Vector512.LoadUnsafe(ref positive, k) - Vector512.LoadUnsafe(ref negative, k));
        return Fold(sum);
    }

    /// <summary>Four folds at once, in less than half the instructions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Fold(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d)
    {
        if (!Avx512F.IsSupported)
            return Vector128.Create(Fold(a), Fold(b), Fold(c), Fold(d));
        // Quarters of a vector are numbered 0 to 3 from below: 0 + 2 and 1 + 3 of each, then the sum of both.
        var ab = Avx512F.Shuffle4x128(a, b, 0b01_00_01_00) + Avx512F.Shuffle4x128(a, b, 0b11_10_11_10);
        var cd = Avx512F.Shuffle4x128(c, d, 0b01_00_01_00) + Avx512F.Shuffle4x128(c, d, 0b11_10_11_10);
        var four = Avx512F.Shuffle4x128(ab, cd, 0b10_00_10_00) + Avx512F.Shuffle4x128(ab, cd, 0b11_01_11_01);
        var two = four + Avx512F.Permute4x32(four, 0b01_00_11_10);
        var one = two + Avx512F.Permute4x32(two, 0b10_11_00_01);
        return Vector512.Shuffle(one, Vector512.Create(0, 4, 8, 12, 0, 4, 8, 12, 0, 4, 8, 12, 0, 4, 8, 12)).GetLower().GetLower();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Fold(Vector512<float> sum)
    {
        var eight = sum.GetLower() + sum.GetUpper();
        var four = eight.GetLower() + eight.GetUpper();
        var two = four + Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1));
        return two[0] + two[1];
    }

    private static double Fold(Vector512<double> sum)
    {
        var four = sum.GetLower() + sum.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }

    /// <summary>softplus(−clip(x)) and its derivative, with e = exp(−|x|): σ(−x) = e/(1+e) or 1/(1+e), softplus(−x) = max(−x, 0) + ln(1+e)</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<float> Softplus, Vector512<float> Derivative) Logistic(Vector512<float> x)
    {
        var one = Vector512<float>.One;
        var inside = Vector512.GreaterThanOrEqual(x, Vector512.Create(-80f)) & Vector512.LessThanOrEqual(x, Vector512.Create(1e8f));
        // NaN passes both comparisons below unchanged, so that divergence shows in the loss.
        var clipped = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512.Create(-80f)), Vector512.Create(-80f), x);
        clipped = Vector512.ConditionalSelect(Vector512.GreaterThan(clipped, Vector512.Create(1e8f)), Vector512.Create(1e8f), clipped);

        var e = ExpOfNegative(Vector512.Abs(clipped));
        var positive = Vector512.GreaterThanOrEqual(clipped, Vector512<float>.Zero);
        var sigmoid = Vector512.ConditionalSelect(positive, e, one) / (one + e);
        var softplus = Vector512.ConditionalSelect(positive, Vector512<float>.Zero, -clipped) + LogOnePlus(e);
        var isNumber = Vector512.Equals(x, x);
        return (softplus, Vector512.ConditionalSelect(inside | ~isNumber, -sigmoid, Vector512<float>.Zero));
    }

    /// <summary>exp(−a) for a ≥ 0: 2ⁿ·exp(r) with r in [−½ ln 2, ½ ln 2], exp(r) by Cephes' polynomial; 0 below the smallest normal number</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpOfNegative(Vector512<float> a)
    {
        // Adding and subtracting 1.5·2²³ rounds to the nearest integer.
        var rounder = Vector512.Create(12582912f);
        var n = a * Vector512.Create(-1.44269504f) + rounder - rounder;
        var r = -a - n * Vector512.Create(0.693359375f) - n * Vector512.Create(-2.12194440e-4f);
        var y = r * Vector512.Create(1.9875691500e-4f) + Vector512.Create(1.3981999507e-3f);
        y = y * r + Vector512.Create(8.3334519073e-3f);
        y = y * r + Vector512.Create(4.1665795894e-2f);
        y = y * r + Vector512.Create(1.6666665459e-1f);
        y = y * r + Vector512.Create(5.0000001201e-1f);
        y = y * (r * r) + r + Vector512<float>.One;
        var power = Vector512.ShiftLeft(Vector512.ConvertToInt32Native(n) + Vector512.Create(127), 23).AsSingle();
        return Vector512.ConditionalSelect(Vector512.GreaterThan(a, Vector512.Create(87f)), Vector512<float>.Zero, y * power);
    }

    /// <summary>ln(1 + e) for e in [0, 1] = 2·artanh(s) with s = e/(2 + e) ≤ ⅓; accurate to the last digits for tiny e too</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> LogOnePlus(Vector512<float> e)
    {
        var s = e / (e + Vector512.Create(2f));
        var s2 = s * s;
        var y = s2 * Vector512.Create(1f / 13) + Vector512.Create(1f / 11);
        y = y * s2 + Vector512.Create(1f / 9);
        y = y * s2 + Vector512.Create(1f / 7);
        y = y * s2 + Vector512.Create(1f / 5);
        y = y * s2 + Vector512.Create(1f / 3);
        return (y * s2 * s + s) * 2f;
    }
}
