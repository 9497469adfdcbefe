namespace AdvRec.Tests.Numerics;

/// <summary>Small deterministic choices for random cases.</summary>
internal sealed class SplitMixLike(ulong seed)
{
    private readonly Golden.SplitMix _random = new(seed);

    public int Next(int exclusiveMaximum) => (int)(_random.Next() % (ulong)exclusiveMaximum);

    public double Real() => 2 * ((_random.Next() >> 11) * (1.0 / (1UL << 53))) - 1;
}
