using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AdvRec.Numerics;

/// <summary>
/// −ln σ(x) = softplus(−x) = ln(1 + exp(−x)) and its derivative −σ(−x), sixteen at a time. Made of additions, multiplications and divisions only:
/// the same bits on every instruction set.
/// </summary>
internal static class Logistic
{
    /// <summary>softplus(−clip(x)) and its derivative, with e = exp(−|x|): σ(−x) = e/(1+e) or 1/(1+e), softplus(−x) = max(−x, 0) + ln(1+e)</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector512<float> Loss, Vector512<float> Derivative) Of(Vector512<float> x)
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
