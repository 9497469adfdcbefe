using AdvRec.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace AdvRec.Models;

/// <summary>One row of latent factors per user or item, in single precision.</summary>
/// <remarks>
/// Rows lie one after the other, each padded with zeros to a multiple of 16 numbers, so that the kernels need no special case at a row's end,
/// and the first starts on a cache line.
/// </remarks>
public sealed class FactorMatrix
{
    private readonly float[] _storage;
    private readonly int _offset;

    /// <summary>Creates a matrix of zeros.</summary>
    /// <param name="rows">Number of users or items; at least 1.</param>
    /// <param name="factors">Number d of latent factors; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, or the matrix would hold more than 2³¹ − 1 numbers.</exception>
    public FactorMatrix(int rows, int factors)
    {
        Valid.AtLeast(1, rows, nameof(rows));
        Valid.AtLeast(1, factors, nameof(factors));
        var stride = ((long)factors + Lanes.Count - 1) / Lanes.Count * Lanes.Count;
        if (rows * stride > Array.MaxLength - Lanes.Count)
            throw new ArgumentOutOfRangeException(nameof(rows), $"{rows} rows of {factors} factors are more numbers than an array can hold.");
        Stride = (int)stride;
        Rows = rows;
        Factors = factors;
        // Pinned, so that it stays on the cache line: rows that straddle two of them cost a fifth of the training speed.
        _storage = GC.AllocateArray<float>(rows * Stride + Lanes.Count, pinned: true);
        _offset = Lanes.FirstOnCacheLine(_storage);
    }

    /// <summary>Number of users or items.</summary>
    public int Rows { get; }

    /// <summary>Number d of latent factors.</summary>
    public int Factors { get; }

    /// <summary>The factors of one user or item; writing to them changes the matrix.</summary>
    /// <param name="row">User or item id, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public FactorRow this[int row] => new(_storage.AsMemory(_offset + Valid.Id(row, Rows) * Stride, Factors));

    internal int Stride { get; }

    internal Span<float> Values => _storage.AsSpan(_offset, Rows * Stride);

    /// <summary>Sets every number to a function of a draw of its own, uniform in [0, 1).</summary>
    internal void Draw(CounterRandom random, Func<double, double> number)
    {
        for (var row = 0; row < Rows; row++)
        {
            var target = PaddedRow(row)[..Factors];
            for (var k = 0; k < Factors; k++)
                target[k] = (float)number(random.Real((long)row * Factors + k));
        }
    }

    /// <summary>All rows, for loops that have no time to check.</summary>
    internal RowSpan Span => new(Values, Stride);

    internal RowSpan RowsFrom(int first, int count) => new(Values.Slice(first * Stride, count * Stride), Stride);

    /// <summary>A copy as a MathNet matrix of rows × factors, for linear algebra.</summary>
    public Matrix<float> ToMatrix() => Matrix<float>.Build.Dense(Rows, Factors, (row, k) => _storage[_offset + row * Stride + k]);

    /// <summary>A copy that shares nothing with this matrix.</summary>
    public FactorMatrix Copy()
    {
        var copy = new FactorMatrix(Rows, Factors);
        Values.CopyTo(copy.Values);
        return copy;
    }

    /// <summary>The Euclidean norm of every row.</summary>
    public double[] RowNorms() => [.. Enumerable.Range(0, Rows).Select(row => Math.Sqrt(Vectors.SumOfSquares(PaddedRow(row))))];

    /// <summary>The shape, such as "671 × 64".</summary>
    public override string ToString() => $"{Rows} × {Factors}";

    internal Span<float> PaddedRow(int row) => Values.Slice(row * Stride, Stride);
}
