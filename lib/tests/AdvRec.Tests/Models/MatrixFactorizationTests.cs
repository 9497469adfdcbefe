using AdvRec.Evaluation;
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
    public void Factors_convert_to_MathNet_matrices_of_rows_by_factors()
    {
        var model = MatrixFactorization.Create(Small.Data, seed: 1, factors: 5, standardDeviation: 1);
        var (p, q) = (model.UserFactors.ToMatrix(), model.ItemFactors.ToMatrix());

        Assert.Equal((model.UserCount, 5), (p.RowCount, p.ColumnCount));
        Assert.Equal(p.TransposeAndMultiply(q)[3, 7], model.Score(3, 7), 1e-4);
        Assert.Equal(p.Row(3).L2Norm(), model.UserFactors.RowNorms()[3], 1e-5);
    }

    [Fact]
    public void Rows_can_be_written_to()
    {
        var model = MatrixFactorization.Create(Small.Data, seed: 1, factors: 5);
        model.UserFactors[3].Fill(2);
        model.ItemFactors[7].Fill(3);

        Assert.Equal(30, model.Score(3, 7));
    }

    [Fact]
    public void A_row_is_a_list_and_a_span_of_the_matrix_itself()
    {
        var matrix = new FactorMatrix(rows: 2, factors: 3);
        var row = matrix[1];
        Span<float> span = row;
        (row[0], span[1]) = (1, 2);

        Assert.Equal([1f, 2, 0], matrix[1]);
        Assert.Equal([0f, 0, 0], matrix[0]);
        Assert.Equal([2f, 0], row[1..]);
        Assert.Equal(matrix[1], row);
        Assert.NotEqual(matrix[0], matrix.Copy()[0]);
        Assert.Equal("[ 1, 2, 0 ]", row.ToString());
        foreach (var factor in (int[])[-1, 3])
            Assert.Throws<ArgumentOutOfRangeException>(() => row[factor]);
        Assert.Throws<ArgumentOutOfRangeException>(() => row[2..4]);
    }

    [Fact]
    public void The_hash_is_over_the_factors_row_by_row()
    {
        var model = MatrixFactorization.Create(Small.Data, seed: 1, factors: 3);
        var bytes = new List<byte>();
        foreach (var matrix in (FactorMatrix[])[model.UserFactors, model.ItemFactors])
        {
            for (var row = 0; row < matrix.Rows; row++)
                bytes.AddRange(matrix[row].ToArray().SelectMany(BitConverter.GetBytes));
        }

        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes.ToArray())), model.Sha256());
    }

    [Fact]
    public void Rescaling_multiplies_every_score_and_changes_no_ranking()
    {
        var model = Small.Trained();
        var doubled = model.Rescale(2, 4);

        Assert.Equal(8 * model.Score(3, 5), doubled.Score(3, 5));
        Assert.Equal(new LeaveOneOutEvaluator(Small.Data).Evaluate(model).Positions, new LeaveOneOutEvaluator(Small.Data).Evaluate(doubled).Positions);
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Rescale(0, 1));
    }

    [Fact]
    public void Different_numbers_of_factors_are_an_error() =>
        Assert.Throws<ArgumentException>(() => new MatrixFactorization(new(2, 3), new(2, 4)));

    [Fact]
    public void Rescaled_to_another_model_rows_are_as_long_and_no_ranking_changes()
    {
        var model = Small.Trained();
        var other = Small.Trained(epochs: 9);

        var rescaled = model.RescaleTo(other);

        Assert.Equal(other.UserFactors.RowNorms().Average(), rescaled.UserFactors.RowNorms().Average(), 4);
        Assert.Equal(other.ItemFactors.RowNorms().Average(), rescaled.ItemFactors.RowNorms().Average(), 4);
        var evaluator = new LeaveOneOutEvaluator(Small.Data);
        Assert.Equal(evaluator.Evaluate(model).Positions, evaluator.Evaluate(rescaled).Positions);
    }
}
