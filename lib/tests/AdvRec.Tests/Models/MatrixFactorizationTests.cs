using AdvRec.Models;
using MathNet.Numerics.Statistics;

namespace AdvRec.Tests.Models;

public class MatrixFactorizationTests
{
    [Fact]
    public void Initial_factors_are_a_normal_distribution_cut_at_two_deviations()
    {
        var factors = MatrixFactorization.Create(Small.Data, seed: 1, factors: 500).ItemFactors;
        double[] values = [.. Enumerable.Range(0, factors.Rows).SelectMany(row => factors[row].ToArray()).Select(value => (double)value)];

        Assert.All(values, value => Assert.InRange(value, -0.02, 0.02));
        Assert.Equal(0, values.Mean(), 3e-4);
        // Cut at two deviations, the deviation shrinks to 0.8796 of itself.
        Assert.Equal(0.008796, values.StandardDeviation(), 1e-4);
        Assert.Equal(MatrixFactorization.Create(Small.Data, 1).Sha256(), MatrixFactorization.Create(Small.Data, 1).Sha256());
        Assert.NotEqual(MatrixFactorization.Create(Small.Data, 1).Sha256(), MatrixFactorization.Create(Small.Data, 2).Sha256());
    }

    [Fact]
    public void Factors_are_MathNet_matrices_over_the_same_memory()
    {
        var model = MatrixFactorization.Create(Small.Data, seed: 1, factors: 16, standardDeviation: 1);
        var (p, q) = (model.UserFactors.AsMatrix(), model.ItemFactors.AsMatrix());

        var scores = p.TransposeThisAndMultiply(q);
        Assert.Equal(scores[3, 5], model.Score(3, 5), 1e-4);

        p[2, 3] = 42;
        Assert.Equal(42, model.UserFactors[3][2]);
    }

    [Fact]
    public void Padding_is_zero_and_not_part_of_the_hash()
    {
        var model = MatrixFactorization.Create(Small.Data, seed: 1, factors: 3);
        var bytes = new List<byte>();
        foreach (var matrix in (FactorMatrix[])[model.UserFactors, model.ItemFactors])
        {
            for (var row = 0; row < matrix.Rows; row++)
                bytes.AddRange(matrix[row].ToArray().SelectMany(BitConverter.GetBytes));
        }

        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes.ToArray())), model.Sha256());
        Assert.Equal(16, model.UserFactors.AsMatrix().RowCount);
        Assert.All(model.UserFactors.AsMatrix().Row(3), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Different_numbers_of_factors_are_an_error() =>
        Assert.Throws<ArgumentException>(() => new MatrixFactorization(new(2, 3), new(2, 4)));
}
