using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AdvRec.Numerics;

/// <summary>Questions that take one look at every value.</summary>
internal static class Scan
{
    /// <summary>How many values are at least as large as the threshold</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int CountAtLeast(ReadOnlySpan<float> values, float threshold)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        int t = 0, count = 0;
        for (; t <= values.Length - Lanes.Count; t += Lanes.Count)
        {
            var atLeast = Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref first, (nuint)t), Vector512.Create(threshold));
            count += BitOperations.PopCount(atLeast.ExtractMostSignificantBits());
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
        for (; t <= values.Length - Lanes.Count; t += Lanes.Count)
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
}
