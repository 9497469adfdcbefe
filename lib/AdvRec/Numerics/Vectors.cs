using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AdvRec.Numerics;

/// <summary>Arithmetic of whole rows, or of matrices as one long row; lengths are multiples of sixteen.</summary>
internal static class Vectors
{
    /// <summary>⟨a, b⟩</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b) =>
        Dot(ref MemoryMarshal.GetReference(a), ref MemoryMarshal.GetReference(b), a.Length);

    /// <summary>The same from the first number of each on</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Dot(ref float a, ref float b, int length)
    {
        var sum = Vector512<float>.Zero;
        for (nuint k = 0; k < (nuint)length; k += Lanes.Count)
            sum += Vector512.LoadUnsafe(ref a, k) * Vector512.LoadUnsafe(ref b, k);
        return Lanes.Fold(sum);
    }

    /// <summary>Σ aₖ²</summary>
    public static float SumOfSquares(ReadOnlySpan<float> a) => Dot(a, a);

    /// <summary>b = s·a / √max(Σ aₖ², 10⁻¹²): a row of length s along a, and zero where a is zero</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void ScaleToLength(ReadOnlySpan<float> a, float s, Span<float> b) =>
        Scale(a, s / MathF.Sqrt(MathF.Max(SumOfSquares(a), 1e-12f)), b);

    /// <summary>c = a + b</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> c)
    {
        for (var k = 0; k < a.Length; k += Lanes.Count)
            (Vector512.Create(a[k..]) + Vector512.Create(b[k..])).CopyTo(c[k..]);
    }

    /// <summary>c ← c + s·a</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(Span<float> c, float s, ReadOnlySpan<float> a)
    {
        for (var k = 0; k < a.Length; k += Lanes.Count)
            (Vector512.Create((ReadOnlySpan<float>)c[k..]) + Vector512.Create(a[k..]) * s).CopyTo(c[k..]);
    }

    /// <summary>b = s·a</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale(ReadOnlySpan<float> a, float s, Span<float> b)
    {
        for (var k = 0; k < a.Length; k += Lanes.Count)
            (Vector512.Create(a[k..]) * s).CopyTo(b[k..]);
    }

    /// <summary>b = min(max(a, lowest), highest)</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Clamp(ReadOnlySpan<float> a, float lowest, float highest, Span<float> b)
    {
        for (var k = 0; k < a.Length; k += Lanes.Count)
            Vector512.Min(Vector512.Max(Vector512.Create(a[k..]), Vector512.Create(lowest)), Vector512.Create(highest)).CopyTo(b[k..]);
    }
}
