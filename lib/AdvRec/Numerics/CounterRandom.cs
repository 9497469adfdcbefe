using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AdvRec.Numerics;

/// <summary>
/// Counter-based random numbers: every draw is a pure function of (seed, purpose, epoch, step) and (index, attempt),
/// so it never depends on who draws it or in which order.
/// </summary>
/// <remarks>
/// All arithmetic is on unsigned 64-bit integers, modulo 2⁶⁴. With SplitMix64's finaliser (Steele, Lea and Flood 2014)
/// <code>
/// mix(z) = z ← (z ^ z≫30)·0xBF58476D1CE4E5B9;  z ← (z ^ z≫27)·0x94D049BB133111EB;  z ^ z≫31
/// key    = mix(mix(mix(mix(seed + γ) + purpose·γ) + epoch·γ) + step·γ),     γ = 0x9E3779B97F4A7C15
/// draw   = mix(key + (index + attempt·2³² + 1)·γ)
/// </code>
/// Integers in [0, n) are the upper half of the 128-bit product draw·n; reals in [0, 1) are (draw ≫ 11)·2⁻⁵³.
/// </remarks>
internal readonly struct CounterRandom
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private const int ExpectedSum = 2 * ushort.MaxValue;
    private const ulong EveryOtherPart = 0x0000FFFF0000FFFF;
    private readonly ulong _key;

    public CounterRandom(ulong seed, Purpose purpose, int epoch = 0, int step = 0) =>
        _key = Mix(Mix(Mix(Mix(seed + Gamma) + (ulong)purpose * Gamma) + (ulong)epoch * Gamma) + (ulong)step * Gamma);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Bits(long index, int attempt = 0) => Mix(_key + ((ulong)index + ((ulong)attempt << 32) + 1) * Gamma);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Integer(int exclusiveMaximum, long index, int attempt = 0) =>
        (int)Math.BigMul(Bits(index, attempt), (ulong)exclusiveMaximum, out _);

    /// <summary>The same as <see cref="Integer"/> for an index and those after it, many at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Integers(int exclusiveMaximum, long firstIndex, Span<int> integers)
    {
        ref var first = ref MemoryMarshal.GetReference(integers);
        var z = Vector512.Create(_key + ((ulong)firstIndex + 1) * Gamma) + Vector512<ulong>.Indices * Gamma;
        var k = 0;
        for (; k <= integers.Length - 16; k += 16)
        {
            var lower = UpperProduct(Mix(z), exclusiveMaximum);
            var upper = UpperProduct(Mix(z + Vector512.Create(unchecked(8 * Gamma))), exclusiveMaximum);
            Vector512.Narrow(lower, upper).AsInt32().StoreUnsafe(ref first, (nuint)k);
            z += Vector512.Create(unchecked(16 * Gamma));
        }

        for (; k < integers.Length; k++)
            integers[k] = Integer(exclusiveMaximum, firstIndex + k);
    }

    /// <summary>The sum of a draw's four 16-bit parts, less its expected value: nearly normal (Irwin–Hall), and exact in single precision.</summary>
    public int SumOfParts(long index) => (int)Parts(Bits(index)) - ExpectedSum;

    /// <summary>The same as <see cref="SumOfParts"/> for an index and those after it, many at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void SumsOfParts(long firstIndex, Span<float> sums)
    {
        ref var first = ref MemoryMarshal.GetReference(sums);
        var z = Vector512.Create(_key + ((ulong)firstIndex + 1) * Gamma) + Vector512<ulong>.Indices * Gamma;
        var k = 0;
        for (; k <= sums.Length - 16; k += 16)
        {
            var lower = Parts(Mix(z));
            var upper = Parts(Mix(z + Vector512.Create(unchecked(8 * Gamma))));
            Vector512.ConvertToSingle(Vector512.Narrow(lower, upper).AsInt32() - Vector512.Create(ExpectedSum)).StoreUnsafe(ref first, (nuint)k);
            z += Vector512.Create(unchecked(16 * Gamma));
        }

        for (; k < sums.Length; k++)
            sums[k] = SumOfParts(firstIndex + k);
    }

    public double Real(long index) => (Bits(index) >> 11) * (1.0 / (1UL << 53));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Mix(Vector512<ulong> z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private static ulong Parts(ulong draw)
    {
        var pairs = (draw & EveryOtherPart) + ((draw >> 16) & EveryOtherPart);
        return (pairs & uint.MaxValue) + (pairs >> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Parts(Vector512<ulong> draw)
    {
        var pairs = (draw & Vector512.Create(EveryOtherPart)) + ((draw >> 16) & Vector512.Create(EveryOtherPart));
        return (pairs & Vector512.Create<ulong>(uint.MaxValue)) + (pairs >> 32);
    }

    /// <summary>⌊draw·n / 2⁶⁴⌋ for n below 2³², by halves of the draw: no product overflows</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> UpperProduct(Vector512<ulong> draw, int n) =>
        ((draw >> 32) * (ulong)n + ((draw & Vector512.Create<ulong>(uint.MaxValue)) * (ulong)n >> 32)) >> 32;
}
