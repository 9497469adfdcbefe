using AdvRec.Numerics;

namespace AdvRec.Poisoning;

/// <summary>Draws items without replacement, each with a probability in proportion to its weight among those left.</summary>
/// <remarks>
/// By exponential keys (Efraimidis and Spirakis 2006): item i gets the key −ln(u_i)/weight_i with u_i in (0, 1), and the smallest keys are drawn.
/// Items of weight 0 are never drawn.
/// </remarks>
internal static class FillerSampler
{
    /// <param name="weights">One per item; 0 or more.</param>
    /// <param name="count">How many; at most as many as have a weight above 0.</param>
    /// <param name="seed">Same seed, same items.</param>
    /// <param name="profile">Number of the fake user, from 0; each has draws of its own.</param>
    public static int[] Draw(IReadOnlyList<double> weights, int count, ulong seed, int profile)
    {
        var random = new CounterRandom(seed, Purpose.FakeProfiles, profile);
        return [.. Enumerable.Range(0, weights.Count)
            .Where(item => weights[item] > 0)
            .Select(item => (Item: item, Key: -Math.Log(1 - random.Real(item)) / weights[item]))
            .OrderBy(entry => entry.Key).ThenBy(entry => entry.Item)
            .Take(count)
            .Select(entry => entry.Item)];
    }
}
