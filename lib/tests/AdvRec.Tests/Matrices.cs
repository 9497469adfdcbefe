using AdvRec.Models;
using AdvRec.Objective;

namespace AdvRec.Tests;

internal static class Matrices
{
    public static FactorMatrix ToFactors(double[,] values)
    {
        var factors = new FactorMatrix(values.GetLength(0), values.GetLength(1));
        for (var row = 0; row < factors.Rows; row++)
        {
            for (var k = 0; k < factors.Factors; k++)
                factors[row][k] = (float)values[row, k];
        }

        return factors;
    }

    /// <summary>The gradient of all rows; zero for those that the batch does not touch.</summary>
    public static FactorMatrix ToFactors(BatchRows batch)
    {
        var all = new FactorMatrix(batch.Factors.Rows, batch.Factors.Factors);
        for (var slot = 0; slot < batch.Rows.Length; slot++)
            batch.Gradients.PaddedRow(slot).CopyTo(all.PaddedRow(batch.Rows[slot]));
        return all;
    }

    public static double[,] ToArray(FactorMatrix factors)
    {
        var values = new double[factors.Rows, factors.Factors];
        for (var row = 0; row < factors.Rows; row++)
        {
            for (var k = 0; k < factors.Factors; k++)
                values[row, k] = factors[row][k];
        }

        return values;
    }

    public static double Norm(double[,] matrix) => Math.Sqrt(matrix.Cast<double>().Sum(value => value * value));

    /// <summary>Fails where an entry differs by more than the tolerance times itself, or times the largest entry's thousandth where it is tiny.</summary>
    public static void AssertEqual(double[,] expected, double[,] actual, double tolerance, string what)
    {
        Assert.Equal((expected.GetLength(0), expected.GetLength(1)), (actual.GetLength(0), actual.GetLength(1)));
        var floor = 1e-3 * expected.Cast<double>().Max(Math.Abs);
        for (var row = 0; row < expected.GetLength(0); row++)
        {
            for (var k = 0; k < expected.GetLength(1); k++)
                AssertClose(expected[row, k], actual[row, k], tolerance, $"{what}[{row}, {k}]", floor);
        }
    }

    public static void AssertClose(double expected, double actual, double tolerance, string what, double floor = 0)
    {
        var allowed = tolerance * Math.Max(Math.Abs(expected), floor);
        Assert.True(Math.Abs(expected - actual) <= allowed, FormattableString.Invariant($"{what}: expected {expected:R}, got {actual:R}, allowed is a difference of {allowed:E1}"));
    }
}
