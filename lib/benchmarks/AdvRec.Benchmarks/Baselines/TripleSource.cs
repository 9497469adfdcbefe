using AdvRec.Data;
using AdvRec.Objective;

namespace AdvRec.Benchmarks.Baselines;

/// <summary>The baselines' sampling: a hash set of items per user, draws with <see cref="Random"/> until one is not in it.</summary>
internal sealed class TripleSource(LeaveOneOutDataset data)
{
    private readonly Random _random = new(1);
    private readonly HashSet<int>[] _positives = [.. Enumerable.Range(0, data.UserCount).Select(user => data.TrainingItems(user).ToArray().ToHashSet())];

    /// <summary>All training pairs in random order, each with a fresh negative.</summary>
    public Triple[] Shuffled()
    {
        var triples = InOrder();
        _random.Shuffle(triples);
        return triples;
    }

    /// <summary>All training pairs by user, each with a fresh negative.</summary>
    public Triple[] InOrder()
    {
        var triples = new List<Triple>(data.TrainingPairCount);
        for (var user = 0; user < data.UserCount; user++)
        {
            foreach (var positive in data.TrainingItems(user))
                triples.Add(new(user, positive, Negative(user)));
        }

        return [.. triples];
    }

    private int Negative(int user)
    {
        int item;
        do
            item = _random.Next(data.ItemCount);
        while (_positives[user].Contains(item));
        return item;
    }
}
