using AdvRec.Data;

namespace AdvRec.Benchmarks.Measuring;

/// <summary>The numbers of a data set that decide what training on it costs.</summary>
/// <param name="Users">Users.</param>
/// <param name="Items">Items.</param>
/// <param name="Pairs">Training pairs.</param>
/// <param name="RowsPerTriple">Distinct users and items in a mini-batch, divided by its triples.</param>
internal sealed record Shape(int Users, int Items, int Pairs, double RowsPerTriple)
{
    public const int BatchSize = 512;

    public long ModelBytes => (long)(Users + Items) * Cost.RowBytes;

    /// <summary>Full mini-batches, which are all that the hands-on recipe trains on.</summary>
    public int Batches => Pairs / BatchSize;

    public static Shape Of(LeaveOneOutDataset data)
    {
        // A batch as shuffling and uniform negatives make it.
        var random = new Random(1);
        HashSet<int> users = [], items = [];
        for (var t = 0; t < BatchSize; t++)
        {
            var pair = random.Next(data.TrainingPairCount);
            users.Add(data.PairUsers[pair]);
            items.Add(data.PairItems[pair]);
            items.Add(random.Next(data.ItemCount));
        }

        return new(data.UserCount, data.ItemCount, data.TrainingPairCount, (double)(users.Count + items.Count) / BatchSize);
    }
}
