using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace AdvRec.Numerics;

/// <summary>Rows of equal length, one after the other in a span, for loops that have no time to check: whoever calls them has checked the numbers of the rows.</summary>
internal readonly ref struct RowSpan(Span<float> values, int stride)
{
    private readonly ref float _first = ref MemoryMarshal.GetReference(values);
    private readonly int _length = values.Length;

    /// <summary>Numbers in a row, a multiple of sixteen.</summary>
    public int Stride { get; } = stride;

    /// <summary>Number of rows.</summary>
    public int Count => _length / Stride;

    /// <summary>The first number of a row.</summary>
    public ref float this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            Debug.Assert((uint)row < (uint)Count, $"Row {row} of {Count}.");
            return ref Unsafe.Add(ref _first, (nint)row * Stride);
        }
    }

    /// <summary>Asks for a row that will be needed soon: rows are too scattered for the processor to guess.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe void Prefetch(int row)
    {
        if (!Sse.IsSupported)
            return;
        for (nuint k = 0; k < (nuint)Stride; k += Lanes.Count)
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref this[row], k)));
    }
}
