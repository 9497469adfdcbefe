using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Single;

namespace AdvRec.Models;

/// <summary>One row of latent factors per user or item, in single precision.</summary>
/// <remarks>
/// Rows lie one after the other, each padded with zeros to a multiple of 16 numbers so that the kernels need no special case at a row's end.
/// </remarks>
public sealed class FactorMatrix
{
    /// <summary>Creates a matrix of zeros.</summary>
    /// <param name="rows">Number of users or items; at least 1.</param>
    /// <param name="factors">Number d of latent factors; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below 1, or the matrix would hold more than 2³¹ − 1 numbers.</exception>
    public FactorMatrix(int rows, int factors)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(factors, 1);
        Stride = (factors + Numerics.Kernels.Lanes - 1) / Numerics.Kernels.Lanes * Numerics.Kernels.Lanes;
        if ((long)rows * Stride > Array.MaxLength)
            throw new ArgumentOutOfRangeException(nameof(rows), $"{rows} rows of {factors} factors need more than {Array.MaxLength} numbers.");
        Rows = rows;
        Factors = factors;
        Values = new float[rows * Stride];
    }

    /// <summary>Number of users or items.</summary>
    public int Rows { get; }

    /// <summary>Number d of latent factors.</summary>
    public int Factors { get; }

    /// <summary>The factors of one user or item; writing to the span changes the matrix.</summary>
    public Span<float> this[int row] => PaddedRow(row)[..Factors];

    internal int Stride { get; }

    internal float[] Values { get; }

    /// <summary>
    /// The same numbers as a MathNet matrix of factors × rows, without a copy: column c holds row c of this matrix, and writing to either changes both.
    /// Where <see cref="Factors"/> is not a multiple of 16, rows of zeros follow up to the next multiple; they change no product, norm or singular value.
    /// </summary>
    public Matrix<float> AsMatrix() => new DenseMatrix(Stride, Rows, Values);

    /// <summary>A copy that shares nothing with this matrix.</summary>
    public FactorMatrix Copy()
    {
        var copy = new FactorMatrix(Rows, Factors);
        Values.CopyTo(copy.Values, 0);
        return copy;
    }

    /// <summary>The Euclidean norm of every row.</summary>
    public double[] RowNorms() => [.. Enumerable.Range(0, Rows).Select(row => Math.Sqrt(Numerics.Kernels.SumOfSquares(PaddedRow(row))))];

    internal Span<float> PaddedRow(int row) => Values.AsSpan(row * Stride, Stride);
}
