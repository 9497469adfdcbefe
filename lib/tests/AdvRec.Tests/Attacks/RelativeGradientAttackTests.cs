using AdvRec.Attacks;
using AdvRec.Objective;
using AdvRec.Tests.Naive;

namespace AdvRec.Tests.Attacks;

public class RelativeGradientAttackTests
{
    [Fact]
    public void Every_row_moves_by_its_share_of_its_own_length_along_the_gradient()
    {
        // With one negative only, the draws cannot differ from the textbook's.
        var data = new AdvRec.Data.LeaveOneOutDataset("one negative", [(0, 0), (0, 1), (1, 1), (1, 2)], [2, 0]);
        var model = AdvRec.Models.MatrixFactorization.Create(data, seed: 5, factors: 3, standardDeviation: 1);
        double[,] p = Matrices.ToArray(model.UserFactors), q = Matrices.ToArray(model.ItemFactors);
        var (_, gradientP, gradientQ) = new NaiveBpr(p, q, p, q).Gradient([new Triple(0, 0, 2), new(0, 1, 2), new(1, 1, 0), new(1, 2, 0)]);

        var perturbation = new RelativeGradientAttack(0.3f).Perturb(model, data, seed: 1);

        Matrices.AssertEqual(Stretched(gradientP, p), Matrices.ToArray(perturbation.UserFactors), 1e-5, "users");
        Matrices.AssertEqual(Stretched(gradientQ, q), Matrices.ToArray(perturbation.ItemFactors), 1e-5, "items");
    }

    [Fact]
    public void It_keeps_its_kind_with_another_budget_and_has_the_same_bits_for_any_number_of_threads()
    {
        var model = Small.Trained();
        string Hash(int threads) => (model + new RelativeGradientAttack(1, threads).WithEpsilon(0.2f).Perturb(model, Small.Data, seed: 1)).Sha256();

        Assert.Single(((int[])[1, 2, 3]).Select(Hash).Distinct());
        Assert.All(
            model.ItemFactors.RowNorms().Zip(new RelativeGradientAttack(0.2f).Perturb(model, Small.Data, seed: 1).ItemFactors.RowNorms()),
            row => Assert.Equal(0.2 * row.First, row.Second, 5));
    }

    private static double[,] Stretched(double[,] gradient, double[,] rows)
    {
        var delta = NaiveBpr.Normalize(gradient, 0.3);
        for (var row = 0; row < rows.GetLength(0); row++)
        {
            double squares = 0;
            for (var k = 0; k < rows.GetLength(1); k++)
                squares += rows[row, k] * rows[row, k];
            for (var k = 0; k < rows.GetLength(1); k++)
                delta[row, k] *= Math.Sqrt(squares);
        }

        return delta;
    }
}
