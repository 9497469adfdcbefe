using System.Collections.Concurrent;
using AdvRec.Numerics;

namespace AdvRec.Models;

/// <summary>
/// A model at perturbed factors, P + Δ_P and Q + Δ_Q. As a view it scores without a second model in memory, to the same bits as a copy does;
/// it adds up some rows at a time, so it is the slower one.
/// </summary>
internal sealed class PerturbedModel : IRecommender
{
    private const int UsersAtATime = 8, ItemsAtATime = 64;
    private readonly ConcurrentBag<Tile> _tiles = [];
    private readonly MatrixFactorization _model;
    private readonly Perturbation _perturbation;

    public PerturbedModel(MatrixFactorization model, Perturbation perturbation)
    {
        Shapes.ThrowIfDifferent(model, perturbation);
        (_model, _perturbation) = (model, perturbation);
    }

    public int UserCount => _model.UserCount;

    public int ItemCount => _model.ItemCount;

    /// <summary>P + Δ_P and Q + Δ_Q as the factors of another model.</summary>
    public void CopyTo(MatrixFactorization sum)
    {
        Vectors.Add(_model.UserFactors.Values, _perturbation.UserFactors.Values, sum.UserFactors.Values);
        Vectors.Add(_model.ItemFactors.Values, _perturbation.ItemFactors.Values, sum.ItemFactors.Values);
    }

    public void Score(int firstUser, int userCount, Span<float> scores)
    {
        Shapes.ThrowIfOutside(this, firstUser, userCount, scores);
        // One for each thread, kept from call to call.
        if (!_tiles.TryTake(out var tile))
            tile = new(_model.Factors);
        for (var user = 0; user < userCount; user += UsersAtATime)
            ScoreUsers(tile, firstUser + user, Math.Min(UsersAtATime, userCount - user), scores[(user * ItemCount)..]);
        _tiles.Add(tile);
    }

    private void ScoreUsers(Tile tile, int firstUser, int userCount, Span<float> scores)
    {
        Sum(_model.UserFactors, _perturbation.UserFactors, firstUser, userCount, tile.Users);
        for (var first = 0; first < ItemCount; first += ItemsAtATime)
        {
            var count = Math.Min(ItemsAtATime, ItemCount - first);
            Sum(_model.ItemFactors, _perturbation.ItemFactors, first, count, tile.Items);
            Products.All(tile.Users.RowsFrom(0, userCount), tile.Items.Span, tile.Scores);
            for (var user = 0; user < userCount; user++)
                tile.Scores.AsSpan(user * ItemsAtATime, count).CopyTo(scores[(user * ItemCount + first)..]);
        }
    }

    private static void Sum(FactorMatrix a, FactorMatrix b, int first, int count, FactorMatrix sum)
    {
        var rows = (first * a.Stride)..((first + count) * a.Stride);
        Vectors.Add(a.Values[rows], b.Values[rows], sum.Values);
    }

    /// <summary>The sums and scores of a few users and items, together no larger than the first-level cache.</summary>
    private sealed class Tile(int factors)
    {
        public FactorMatrix Users { get; } = new(UsersAtATime, factors);

        public FactorMatrix Items { get; } = new(ItemsAtATime, factors);

        public float[] Scores { get; } = new float[UsersAtATime * ItemsAtATime];
    }
}
