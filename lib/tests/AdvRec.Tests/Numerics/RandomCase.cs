using AdvRec.Data;
using AdvRec.Models;
using AdvRec.Objective;
using AdvRec.Tests.Naive;

namespace AdvRec.Tests.Numerics;

/// <summary>A small data set, a model and triples: popular and unseen items, users who have all items but one.</summary>
internal sealed record RandomCase(LeaveOneOutDataset Data, MatrixFactorization Model, Triple[] Triples, ulong Seed)
{
    public static RandomCase Create(int users, int items, int factors, ulong seed)
    {
        var random = new SplitMixLike(seed);
        var tests = Enumerable.Range(0, users).Select(_ => random.Next(items)).ToArray();
        var pairs = new List<(int User, int Item)>();
        for (var user = 0; user < users; user++)
        {
            var others = Enumerable.Range(0, items).Where(item => item != tests[user]).ToArray();
            // Every fourth user has all items but the held-out one; the others a few, mostly the first items.
            var taken = random.Next(4) == 0 ? others : [.. others.Where(item => random.Next(1 + item) == 0)];
            pairs.AddRange((taken.Length > 0 ? taken : others[..1]).Select(item => (user, item)));
        }

        var data = new LeaveOneOutDataset("random", pairs, tests, itemCount: items);
        var triples = pairs.Select(pair => new Triple(pair.User, pair.Item, tests[pair.User])).ToArray();
        return new(data, new(Factors(users, factors, random), Factors(items, factors, random)), triples, seed);
    }

    public NaiveBpr Naive()
    {
        var (p, q) = (Matrices.ToArray(Model.UserFactors), Matrices.ToArray(Model.ItemFactors));
        return new(p, q, Filled(p), Filled(q));
    }

    private static FactorMatrix Factors(int rows, int factors, SplitMixLike random)
    {
        var matrix = new FactorMatrix(rows, factors);
        for (var row = 0; row < rows; row++)
        {
            for (var k = 0; k < factors; k++)
                matrix[row][k] = (float)random.Real();
        }

        return matrix;
    }

    private static double[,] Filled(double[,] shape)
    {
        var filled = new double[shape.GetLength(0), shape.GetLength(1)];
        for (var row = 0; row < shape.GetLength(0); row++)
        {
            for (var k = 0; k < shape.GetLength(1); k++)
                filled[row, k] = 0.1f;
        }

        return filled;
    }
}
