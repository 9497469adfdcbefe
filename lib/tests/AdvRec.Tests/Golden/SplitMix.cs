using AdvRec.Data;

namespace AdvRec.Tests.Golden;

/// <summary>The generator of the large golden vectors.</summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public static double[,] Factors(ulong seed, int rows, int factors)
    {
        var random = new SplitMix(seed);
        var matrix = new double[rows, factors];
        for (var row = 0; row < rows; row++)
        {
            for (var k = 0; k < factors; k++)
                matrix[row, k] = (2 * ((random.Next() >> 11) * (1.0 / (1UL << 53))) - 1) * 0.01;
        }

        return matrix;
    }

    public static int[] Shuffle(ulong seed, int count)
    {
        var random = new SplitMix(seed);
        var order = Enumerable.Range(0, count).ToArray();
        for (var k = count - 1; k > 0; k--)
        {
            var other = (int)(random.Next() % (ulong)(k + 1));
            (order[k], order[other]) = (order[other], order[k]);
        }

        return order;
    }

    public static (int[] Negatives, int Draws) Negatives(ulong seed, LeaveOneOutDataset data, IEnumerable<int> users)
    {
        var random = new SplitMix(seed);
        var draws = 0;
        int Draw()
        {
            draws++;
            return (int)(random.Next() % (ulong)data.ItemCount);
        }

        var negatives = new List<int>();
        foreach (var user in users)
        {
            var item = Draw();
            while (data.TrainingItems(user).BinarySearch(item) >= 0)
                item = Draw();
            negatives.Add(item);
        }

        return ([.. negatives], draws);
    }
}
