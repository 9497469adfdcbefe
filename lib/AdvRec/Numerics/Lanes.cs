using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AdvRec.Numerics;

/// <summary>
/// How every inner loop of the library adds up: number k of a row belongs to lane k mod 16, sums over a row are taken lane by lane and then folded in halves.
/// Products are rounded before they are added (no fused multiply-add): the same bits on every instruction set. The loops are compiled with full optimisation
/// at the first call, since a notebook's whole training is over before the runtime would have recompiled them.
/// </summary>
internal static class Lanes
{
    public const int Count = 16;

    /// <summary>The first place in a pinned array that starts a cache line.</summary>
    public static unsafe int FirstOnCacheLine(float[] pinned)
    {
        fixed (float* first = pinned)
            return (int)(-(nint)first & 63) / sizeof(float);
    }

    /// <summary>Four folds at once, in less than half the instructions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Fold(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d)
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
    public static float Fold(Vector512<float> sum)
    {
        var eight = sum.GetLower() + sum.GetUpper();
        var four = eight.GetLower() + eight.GetUpper();
        var two = four + Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1));
        return two[0] + two[1];
    }

    public static double Fold(Vector512<double> sum)
    {
        var four = sum.GetLower() + sum.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }
}
