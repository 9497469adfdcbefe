namespace AdvRec.Training;

/// <summary>The distinct rows that a batch touches, in order of first appearance.</summary>
internal sealed class TouchedRows(int rowCount)
{
    private readonly bool[] _isTouched = new bool[rowCount];
    private readonly int[] _rows = new int[rowCount];
    private int _count;

    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, _count);

    public void Add(int row)
    {
        if (_isTouched[row])
            return;
        _isTouched[row] = true;
        _rows[_count++] = row;
    }

    public void Clear()
    {
        foreach (var row in Rows)
            _isTouched[row] = false;
        _count = 0;
    }
}
