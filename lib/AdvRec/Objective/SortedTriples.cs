using AdvRec.Data;
using AdvRec.Models;
using AdvRec.Numerics;

namespace AdvRec.Objective;

/// <summary>Triples grouped by user, column by column: those of user u lie from Starts[u] to before Starts[u + 1]. Without negatives these are drawn, at random, for the pairs of a data set.</summary>
internal readonly record struct SortedTriples(int[] Starts, int[] Positives, int[]? Negatives, LeaveOneOutDataset? Data = null, CounterRandom Random = default)
{
    public int Count => Positives.Length;

    /// <summary>All training pairs, each with a fresh negative.</summary>
    public static SortedTriples Drawn(LeaveOneOutDataset data, CounterRandom random) => new(data.PairStarts, data.PairItems, null, data, random);

    /// <exception cref="ArgumentOutOfRangeException">A triple names a user or an item that the model does not have.</exception>
    public static SortedTriples Of(IReadOnlyList<Triple> triples, MatrixFactorization model)
    {
        var byUser = triples.OrderBy(triple => triple.User).ToArray();
        ThrowIfOutside(byUser, model);
        var starts = new int[model.UserCount + 1];
        foreach (var triple in byUser)
            starts[triple.User + 1]++;
        for (var user = 0; user < model.UserCount; user++)
            starts[user + 1] += starts[user];
        return new(starts, [.. byUser.Select(triple => triple.Positive)], [.. byUser.Select(triple => triple.Negative)]);
    }

    public static void ThrowIfOutside(ReadOnlySpan<Triple> triples, MatrixFactorization model)
    {
        foreach (var (user, positive, negative) in triples)
        {
            Valid.Id(user, model.UserCount);
            Valid.Id(positive, model.ItemCount);
            Valid.Id(negative, model.ItemCount);
        }
    }
}
