using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AdvRec.Benchmarks.Measuring;

/// <summary>What one core can do: bytes moved by a streaming loop over so much memory, and additions and multiplications in registers.</summary>
internal sealed class MachineLimits
{
    private readonly Dictionary<long, double> _bytesPerSecond = [];
    private double? _operationsPerSecond;

    /// <summary>Single-precision operations a second, multiplications and additions apart, as the library needs them for equal bits everywhere.</summary>
    public double OperationsPerSecond => _operationsPerSecond ??= Operations(fused: false);

    /// <summary>The same with fused multiply-add.</summary>
    public static double FusedOperationsPerSecond => Operations(fused: true);

    /// <summary>Bytes read and written a second by a = b + s·c over three arrays that take up this much memory together.</summary>
    public double BytesPerSecond(long footprint)
    {
        // Sizes that differ by less than a quarter share a measurement.
        var size = (long)Math.Pow(1.25, Math.Round(Math.Log(footprint, 1.25)));
        if (_bytesPerSecond.TryGetValue(size, out var known))
            return known;

        var length = (int)(size / 3 / sizeof(float) / 64 * 64);
        var arrays = Enumerable.Range(0, 3).Select(_ => GC.AllocateArray<float>(length, pinned: true)).ToArray();
        var rounds = (int)Math.Max(1, 100_000_000 / size);
        var seconds = Clock.Best(() => Triad(arrays[0], arrays[1], arrays[2], rounds), budget: 0.5);
        return _bytesPerSecond[size] = 3.0 * sizeof(float) * length * rounds / seconds;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Triad(float[] a, float[] b, float[] c, int rounds)
    {
        ref var target = ref MemoryMarshal.GetArrayDataReference(a);
        ref var first = ref MemoryMarshal.GetArrayDataReference(b);
        ref var second = ref MemoryMarshal.GetArrayDataReference(c);
        var s = Vector512.Create(3f);
        for (var round = 0; round < rounds; round++)
        {
            for (nuint k = 0; k < (nuint)a.Length; k += 64)
            {
                (Vector512.LoadUnsafe(ref first, k) + s * Vector512.LoadUnsafe(ref second, k)).StoreUnsafe(ref target, k);
                (Vector512.LoadUnsafe(ref first, k + 16) + s * Vector512.LoadUnsafe(ref second, k + 16)).StoreUnsafe(ref target, k + 16);
                (Vector512.LoadUnsafe(ref first, k + 32) + s * Vector512.LoadUnsafe(ref second, k + 32)).StoreUnsafe(ref target, k + 32);
                (Vector512.LoadUnsafe(ref first, k + 48) + s * Vector512.LoadUnsafe(ref second, k + 48)).StoreUnsafe(ref target, k + 48);
            }
        }
    }

    private static double Operations(bool fused)
    {
        const int Steps = 1_000_000;
        var sum = Vector512<float>.Zero;
        var seconds = Clock.Best(() => sum += fused ? Fused(Steps, sum) : Apart(Steps, sum), budget: 0.5);
        return 2.0 * Chains * Vector512<float>.Count * Steps / seconds;
    }

    // As many independent sums as it takes to hide the latency of a multiplication followed by an addition.
    private const int Chains = 16;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector512<float> Apart(int steps, Vector512<float> x)
    {
        Vector512<float> m = Vector512.Create(0.999f), s = Vector512.Create(0.001f);
        Vector512<float> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x, n = x, o = x, p = x, q = x;
        for (var step = 0; step < steps; step++)
        {
            a = a * m + s;
            b = b * m + s;
            c = c * m + s;
            d = d * m + s;
            e = e * m + s;
            f = f * m + s;
            g = g * m + s;
            h = h * m + s;
            i = i * m + s;
            j = j * m + s;
            k = k * m + s;
            l = l * m + s;
            n = n * m + s;
            o = o * m + s;
            p = p * m + s;
            q = q * m + s;
        }

        return a + b + c + d + e + f + g + h + i + j + k + l + n + o + p + q;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Vector512<float> Fused(int steps, Vector512<float> x)
    {
        Vector512<float> m = Vector512.Create(0.999f), s = Vector512.Create(0.001f);
        Vector512<float> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x, k = x, l = x, n = x, o = x, p = x, q = x;
        for (var step = 0; step < steps; step++)
        {
            a = Vector512.FusedMultiplyAdd(a, m, s);
            b = Vector512.FusedMultiplyAdd(b, m, s);
            c = Vector512.FusedMultiplyAdd(c, m, s);
            d = Vector512.FusedMultiplyAdd(d, m, s);
            e = Vector512.FusedMultiplyAdd(e, m, s);
            f = Vector512.FusedMultiplyAdd(f, m, s);
            g = Vector512.FusedMultiplyAdd(g, m, s);
            h = Vector512.FusedMultiplyAdd(h, m, s);
            i = Vector512.FusedMultiplyAdd(i, m, s);
            j = Vector512.FusedMultiplyAdd(j, m, s);
            k = Vector512.FusedMultiplyAdd(k, m, s);
            l = Vector512.FusedMultiplyAdd(l, m, s);
            n = Vector512.FusedMultiplyAdd(n, m, s);
            o = Vector512.FusedMultiplyAdd(o, m, s);
            p = Vector512.FusedMultiplyAdd(p, m, s);
            q = Vector512.FusedMultiplyAdd(q, m, s);
        }

        return a + b + c + d + e + f + g + h + i + j + k + l + n + o + p + q;
    }
}
