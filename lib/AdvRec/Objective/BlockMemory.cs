namespace AdvRec.Objective;

/// <summary>What a block of triples needs while its gradient is summed up. A thread keeps it from one gradient to the next, for every attack has a gradient of its own.</summary>
internal sealed class BlockMemory(int count)
{
    [ThreadStatic]
    private static BlockMemory? t_free;

    public static BlockMemory None { get; } = new(0);

    public static BlockMemory OfThread
    {
        get => t_free ?? None;
        set => t_free = value;
    }

    public int Count => count;

    public float[] X { get; } = new float[count];

    public int[] Negatives { get; } = new int[count];

    public (int User, float Weight)[] Terms { get; } = new (int, float)[2 * count];
}
