using System.Runtime.InteropServices;
using System.Security.Cryptography;
using AdvRec.Data;
using AdvRec.Numerics;
using MathNet.Numerics.Distributions;

namespace AdvRec.Models;

/// <summary>
/// Matrix factorization: the score of item i for user u is ⟨p_u, q_i⟩, with p_u a row of <see cref="UserFactors"/> and q_i one of <see cref="ItemFactors"/>.
/// Koren, Bell and Volinsky 2009, equation 1.
/// </summary>
public sealed class MatrixFactorization : IRecommender
{
    /// <summary>Takes factors as they are, without a copy.</summary>
    /// <param name="userFactors">P, users × factors.</param>
    /// <param name="itemFactors">Q, items × factors.</param>
    /// <exception cref="ArgumentException">The two have different numbers of factors.</exception>
    public MatrixFactorization(FactorMatrix userFactors, FactorMatrix itemFactors)
    {
        Shapes.ThrowIfDifferent(userFactors, itemFactors);
        UserFactors = userFactors;
        ItemFactors = itemFactors;
    }

    /// <summary>P, users × factors.</summary>
    public FactorMatrix UserFactors { get; }

    /// <summary>Q, items × factors.</summary>
    public FactorMatrix ItemFactors { get; }

    /// <summary>Number d of latent factors.</summary>
    public int Factors => UserFactors.Factors;

    /// <inheritdoc/>
    public int UserCount => UserFactors.Rows;

    /// <inheritdoc/>
    public int ItemCount => ItemFactors.Rows;

    /// <summary>
    /// An untrained model. Every factor is drawn from a normal distribution of mean 0, cut at two standard deviations.
    /// </summary>
    /// <param name="data">Gives the number of users and items.</param>
    /// <param name="seed">Same seed, same factors.</param>
    /// <param name="factors">Number d of latent factors; at least 1.</param>
    /// <param name="standardDeviation">Standard deviation before the cut; above 0.</param>
    public static MatrixFactorization Create(LeaveOneOutDataset data, ulong seed, int factors = 64, double standardDeviation = 0.01)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!(standardDeviation > 0) || double.IsInfinity(standardDeviation))
            throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, "The standard deviation of the initial factors must be a number above 0.");
        return new(
            TruncatedNormal(data.UserCount, factors, standardDeviation, new(seed, Purpose.UserFactors)),
            TruncatedNormal(data.ItemCount, factors, standardDeviation, new(seed, Purpose.ItemFactors)));
    }

    /// <summary>The model at perturbed factors, P + Δ_P and Q + Δ_Q: a new model; neither operand changes.</summary>
    /// <exception cref="ArgumentException">The perturbation is not of the model's users, items and factors.</exception>
    public static MatrixFactorization operator +(MatrixFactorization model, Perturbation perturbation)
    {
        var view = new PerturbedModel(model, perturbation);
        var sum = model.Copy();
        view.CopyTo(sum);
        return sum;
    }

    /// <summary>A copy that shares nothing with this model.</summary>
    public MatrixFactorization Copy() => new(UserFactors.Copy(), ItemFactors.Copy());

    /// <summary>A new model with factors a·P and b·Q: every score is multiplied by a·b, so that no ranking changes.</summary>
    /// <param name="userScale">a; above 0.</param>
    /// <param name="itemScale">b; above 0.</param>
    public MatrixFactorization Rescale(float userScale, float itemScale)
    {
        var scaled = Copy();
        Vectors.Scale(UserFactors.Values, Valid.Above0(userScale, nameof(userScale)), scaled.UserFactors.Values);
        Vectors.Scale(ItemFactors.Values, Valid.Above0(itemScale, nameof(itemScale)), scaled.ItemFactors.Values);
        return scaled;
    }

    /// <summary>This model with P and Q each multiplied until their rows are as long, on average, as another model's. No ranking changes.</summary>
    /// <param name="other">The model whose mean row norms are taken over.</param>
    public MatrixFactorization RescaleTo(MatrixFactorization other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Rescale(
            (float)(other.UserFactors.RowNorms().Average() / UserFactors.RowNorms().Average()),
            (float)(other.ItemFactors.RowNorms().Average() / ItemFactors.RowNorms().Average()));
    }

    /// <summary>⟨p_u, q_i⟩</summary>
    /// <param name="user">User id, from 0.</param>
    /// <param name="item">Item id, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such user or item.</exception>
    public float Score(int user, int item) =>
        Vectors.Dot(UserFactors.PaddedRow(Valid.Id(user, UserCount)), ItemFactors.PaddedRow(Valid.Id(item, ItemCount)));

    /// <inheritdoc/>
    public void Score(int firstUser, int userCount, Span<float> scores)
    {
        Shapes.ThrowIfOutside(this, firstUser, userCount, scores);
        Products.All(UserFactors.RowsFrom(firstUser, userCount), ItemFactors.Span, scores);
    }

    /// <summary>SHA-256 over the bytes of P, then Q: little-endian single precision, row by row, without padding. In lower-case hexadecimal.</summary>
    public string Sha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var matrix in (FactorMatrix[])[UserFactors, ItemFactors])
        {
            for (var row = 0; row < matrix.Rows; row++)
                hash.AppendData(MemoryMarshal.AsBytes<float>(matrix[row]));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static FactorMatrix TruncatedNormal(int rows, int factors, double standardDeviation, CounterRandom random)
    {
        // Inverting the distribution function between its values at ±2 gives the cut distribution with one draw a number.
        var below = Normal.CDF(0, 1, -2);
        var matrix = new FactorMatrix(rows, factors);
        matrix.Draw(random, uniform => standardDeviation * Normal.InvCDF(0, 1, below + uniform * (1 - 2 * below)));
        return matrix;
    }
}
