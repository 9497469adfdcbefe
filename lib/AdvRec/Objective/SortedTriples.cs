using AdvRec.Data;
using AdvRec.Models;

namespace AdvRec.Objective;

/// <summary>Triples sorted by user, column by column. Without negatives these are drawn.</summary>
internal readonly record struct SortedTriples(int[] Users, int[] Positives, int[]? Negatives)
{
    public int Count => Users.Length;

    public static SortedTriples PairsOf(LeaveOneOutDataset data) => new(data.PairUsers, data.PairItems, null);

    /// <exception cref="ArgumentOutOfRangeException">A triple names a user or an item that the model does not have.</exception>
    public static SortedTriples Of(IReadOnlyList<Triple> triples, MatrixFactorization model)
    {
        var byUser = triples.OrderBy(triple => triple.User).ToArray();
        ThrowIfOutside(byUser, model);
        return new([.. byUser.Select(triple => triple.User)], [.. byUser.Select(triple => triple.Positive)], [.. byUser.Select(triple => triple.Negative)]);
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
