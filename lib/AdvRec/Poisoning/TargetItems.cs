using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Numerics;

namespace AdvRec.Poisoning;

/// <summary>Which items an attacker has an interest in: hardly anybody sees them yet.</summary>
public static class TargetItems
{
    /// <summary>Draws target items from the long tail, each item with the same probability and none twice.</summary>
    /// <param name="data">Gives the items' popularity; the most popular fifth is never drawn.</param>
    /// <param name="count">How many; from 1 to the size of the long tail.</param>
    /// <param name="seed">Same seed, same items.</param>
    public static IReadOnlyList<int> Draw(LeaveOneOutDataset data, int count, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(data);
        var isTail = PopularityBias.LongTail(data.Popularity());
        var random = new CounterRandom(seed, Purpose.TargetItems);
        int[] tail = [.. Enumerable.Range(0, data.ItemCount).Where(item => isTail[item]).OrderBy(item => random.Bits(item)).ThenBy(item => item)];
        return count >= 1 && count <= tail.Length
            ? tail[..count]
            : throw new ArgumentOutOfRangeException(nameof(count), count, $"The long tail has {tail.Length} items; draw 1 to {tail.Length} of them.");
    }
}
