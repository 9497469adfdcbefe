using System.Numerics;
using AdvRec.Numerics;
using CsCheck;

namespace AdvRec.Tests.Numerics;

public class CounterRandomTests
{
    private static readonly BigInteger Modulus = BigInteger.One << 64;
    private static readonly BigInteger Gamma = 0x9E3779B97F4A7C15;

    [Fact]
    public void Draws_follow_the_documented_formula()
    {
        Gen.Select(Gen.ULong, Gen.Int[0, 1000], Gen.Int[0, 100_000], Gen.Int[0, 20_000_000], Gen.Int[0, 50]).Sample((seed, epoch, step, index, attempt) =>
        {
            var key = Mix(Mix(Mix(Mix(seed + Gamma) + (int)Purpose.Shuffle * Gamma) + epoch * Gamma) + step * Gamma);
            var expected = Mix(key + (index + attempt * (BigInteger.One << 32) + 1) * Gamma);
            var random = new CounterRandom(seed, Purpose.Shuffle, epoch, step);

            Assert.Equal((ulong)expected, random.Bits(index, attempt));
            Assert.Equal((int)(expected * 3172 / Modulus), random.Integer(3172, index, attempt));
        });
    }

    [Fact]
    public void Integers_drawn_many_at_a_time_are_those_drawn_one_by_one() =>
        Gen.Select(Gen.ULong, Gen.Int[1, int.MaxValue], Gen.Long[0, 20_000_000], Gen.Int[0, 70]).Sample((seed, maximum, first, count) =>
        {
            var random = new CounterRandom(seed, Purpose.AttackNegatives);
            var integers = new int[count];
            random.Integers(maximum, first, integers);
            Assert.Equal(Enumerable.Range(0, count).Select(k => random.Integer(maximum, first + k)), integers);
        });

    [Fact]
    public void Sums_of_parts_are_those_of_the_draws_whether_taken_one_by_one_or_many_at_a_time() =>
        Gen.Select(Gen.ULong, Gen.Long[0, 20_000_000], Gen.Int[0, 70]).Sample((seed, first, count) =>
        {
            var random = new CounterRandom(seed, Purpose.TrainingDirections);
            var sums = new float[count];
            random.SumsOfParts(first, sums);
            Assert.Equal(Enumerable.Range(0, count).Select(k => (float)random.SumOfParts(first + k)), sums);
            Assert.Equal(sums, Enumerable.Range(0, count).Select(k =>
            {
                var draw = random.Bits(first + k);
                return (float)(Enumerable.Range(0, 4).Sum(part => (int)(draw >> (16 * part) & 0xFFFF)) - 2 * 65535);
            }));
        });

    [Fact]
    public void Integers_are_uniform()
    {
        var random = new CounterRandom(1, Purpose.TrainingNegatives, 3);
        var counts = new int[10];
        for (var index = 0; index < 100_000; index++)
            counts[random.Integer(10, index)]++;

        // Chi-squared with nine degrees of freedom exceeds 27.9 once in a thousand; the draws are fixed, so this never flickers.
        Assert.InRange(counts.Sum(count => Math.Pow(count - 10_000, 2) / 10_000), 0, 27.9);
    }

    [Fact]
    public void Streams_of_other_seeds_purposes_epochs_and_steps_are_others()
    {
        CounterRandom[] streams =
        [
            new(1, Purpose.Shuffle), new(2, Purpose.Shuffle), new(1, Purpose.Noise), new(1, Purpose.Shuffle, 1), new(1, Purpose.Shuffle, 0, 1), new(1, Purpose.Shuffle, 1, 1),
        ];

        Assert.Equal(600, streams.SelectMany(stream => Enumerable.Range(0, 100).Select(index => stream.Bits(index))).Distinct().Count());
    }

    private static BigInteger Mix(BigInteger z)
    {
        z %= Modulus;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 % Modulus;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB % Modulus;
        return z ^ (z >> 31);
    }
}
