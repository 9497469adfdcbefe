using System.Collections.Concurrent;
using AdvRec.Models;
using AdvRec.Numerics;

namespace AdvRec.Attacks;

/// <summary>
/// A view of a model at perturbed factors: scores as <c>model + perturbation</c> does, to the same bits, without a second model in memory.
/// It adds up some rows at a time, so it is the slower one.
/// </summary>
internal sealed class PerturbedModel(MatrixFactorization model, Perturbation perturbation) : IRecommender
{
    private const int Users = 8, Items = 64;
    private readonly ConcurrentBag<Tile> _tiles = [];

    public int UserCount => model.UserCount;

    public int ItemCount => model.ItemCount;

    public void Score(int firstUser, int userCount, Span<float> scores)
    {
        // One for each thread, kept from call to call.
        if (!_tiles.TryTake(out var tile))
            tile = new(model.Factors);
        for (var user = 0; user < userCount; user += Users)
            ScoreUsers(tile, firstUser + user, Math.Min(Users, userCount - user), scores[(user * ItemCount)..]);
        _tiles.Add(tile);
    }

    private void ScoreUsers(Tile tile, int firstUser, int userCount, Span<float> scores)
    {
        Sum(model.UserFactors, perturbation.UserFactors, firstUser, userCount, tile.Users);
        for (var first = 0; first < ItemCount; first += Items)
        {
            var count = Math.Min(Items, ItemCount - first);
            Sum(model.ItemFactors, perturbation.ItemFactors, first, count, tile.Items);
            Kernels.Scores(tile.Users, tile.Items, 0, userCount, tile.Scores);
            for (var user = 0; user < userCount; user++)
                tile.Scores.AsSpan(user * Items, count).CopyTo(scores[(user * ItemCount + first)..]);
        }
    }

    private static void Sum(FactorMatrix a, FactorMatrix b, int first, int count, FactorMatrix sum)
    {
        var rows = (first * a.Stride)..((first + count) * a.Stride);
        Kernels.Add(a.Values[rows], b.Values[rows], sum.Values);
    }

    /// <summary>The sums and scores of a few users and items, together no larger than the first-level cache.</summary>
    private sealed class Tile(int factors)
    {
        public FactorMatrix Users { get; } = new(PerturbedModel.Users, factors);

        public FactorMatrix Items { get; } = new(PerturbedModel.Items, factors);

        public float[] Scores { get; } = new float[PerturbedModel.Users * PerturbedModel.Items];
    }
}
