using System.Runtime.CompilerServices;
using AdvRec.Models;
using AdvRec.Numerics;

namespace AdvRec.Objective;

/// <summary>
/// The distinct users or items of a mini-batch, and small matrices with one row for each of them, in order of first appearance:
/// a few hundred rows together stay in the cache, where the same rows scattered over a matrix of all users or items would not.
/// </summary>
/// <param name="factors">P or Q.</param>
internal sealed class BatchRows(FactorMatrix factors)
{
    private const int None = -1;
    private readonly int[] _slots = [.. Enumerable.Repeat(None, factors.Rows)];
    private readonly int[] _rows = new int[factors.Rows + 1];
    private int _count;

    /// <summary>Row s of the small matrices belongs to the user or item Rows[s].</summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, _count);

    /// <summary>P or Q: all rows.</summary>
    public FactorMatrix Factors => factors;

    /// <summary>The gradient of each.</summary>
    public FactorMatrix Gradients { get; private set; } = new(1, factors.Factors);

    /// <summary>The perturbed factors of each.</summary>
    public FactorMatrix Perturbed { get; private set; } = new(1, factors.Factors);

    /// <summary>Starts a batch without rows.</summary>
    /// <param name="most">Most rows that will be added, repeated ones included.</param>
    public void Start(int most)
    {
        foreach (var row in Rows)
            _slots[row] = None;
        _count = 0;
        Gradients = WithRows(Gradients, most);
    }

    /// <returns>The row's place in the small matrices.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Add(int row)
    {
        // Without a branch: whether a row is new is as good as random, and a wrong guess costs more than the rest.
        var known = _slots[row];
        var isNew = known >> 31;
        var slot = known + (isNew & (_count + 1));
        _slots[row] = slot;
        _rows[_count] = row;
        _count -= isNew;
        return slot;
    }

    /// <summary>Perturbed ← P + Δ</summary>
    public void Perturb(FactorMatrix delta)
    {
        Perturbed = WithRows(Perturbed, Gradients.Rows);
        for (var slot = 0; slot < _count; slot++)
            Vectors.Add(factors.PaddedRow(_rows[slot]), delta.PaddedRow(_rows[slot]), Perturbed.PaddedRow(slot));
    }

    /// <summary>g ← g + s·w for one row.</summary>
    public void AddFactors(int slot, float weight)
    {
        var gradient = Gradients.PaddedRow(slot);
        Vectors.AddScaled(gradient, weight, factors.PaddedRow(_rows[slot]));
    }

    private FactorMatrix WithRows(FactorMatrix matrix, int rows) =>
        matrix.Rows >= Math.Min(rows, factors.Rows) ? matrix : new(Math.Min(rows, factors.Rows), factors.Factors);
}
