using System.Runtime.CompilerServices;

namespace AdvRec.Training;

/// <summary>The distinct rows that a batch touches, in order of first appearance.</summary>
internal sealed class TouchedRows(int rowCount)
{
    private readonly byte[] _isTouched = new byte[rowCount];
    private readonly int[] _rows = new int[rowCount + 1];
    private int _count;

    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, _count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int row)
    {
        // Without a branch: whether a row is new is as good as random, and a wrong guess costs more than the rest.
        _rows[_count] = row;
        _count += 1 - _isTouched[row];
        _isTouched[row] = 1;
    }

    public void Clear()
    {
        foreach (var row in Rows)
            _isTouched[row] = 0;
        _count = 0;
    }
}
