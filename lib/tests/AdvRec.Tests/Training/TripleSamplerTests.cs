using AdvRec.Objective;
using AdvRec.Tests.Numerics;
using CsCheck;

namespace AdvRec.Tests.Training;

public class TripleSamplerTests
{
    private static readonly Gen<RandomCase> Cases = Gen.Select(Gen.Int[1, 12], Gen.Int[2, 40], Gen.Const(1), Gen.ULong, RandomCase.Create);

    [Fact]
    public void An_epoch_has_every_pair_once_with_the_negative_that_the_pairs_index_draws() => Cases.Sample(one =>
    {
        for (var epoch = 1; epoch <= 2; epoch++)
        {
            var expected = Expected(one, epoch);
            Assert.Equal(expected, Triples(one, epoch, batchSize: one.Data.TrainingPairCount).Order(ByUserAndItem));
            Assert.Equal(Triples(one, epoch, batchSize: 7), Triples(one, epoch, batchSize: 3));
        }
    }, iter: 200);

    /// <summary>In the order of the pairs, from the sampler that the attack uses.</summary>
    private static List<Triple> Expected(RandomCase one, int epoch)
    {
        var sampler = new NegativeSampler(one.Data);
        var triples = new List<Triple>();
        for (var user = 0; user < one.Data.UserCount; user++)
        {
            var negatives = new int[one.Data.TrainingItems(user).Length];
            sampler.Draw(new(one.Seed, Purpose.TrainingNegatives, epoch), user, triples.Count, negatives);
            foreach (var (item, negative) in one.Data.TrainingItems(user).ToArray().Zip(negatives))
                triples.Add(new(user, item, negative));
        }

        return triples;
    }

    private static List<Triple> Triples(RandomCase one, int epoch, int batchSize)
    {
        var sampler = new TripleSampler(one.Data, one.Seed);
        sampler.StartEpoch(epoch);
        var triples = new List<Triple>();
        while (triples.Count < one.Data.TrainingPairCount)
        {
            var batch = new Triple[Math.Min(batchSize, one.Data.TrainingPairCount - triples.Count)];
            sampler.Fill(triples.Count, batch);
            triples.AddRange(batch);
        }

        return triples;
    }

    private static Comparer<Triple> ByUserAndItem { get; } = Comparer<Triple>.Create((a, b) => (a.User, a.Positive).CompareTo((b.User, b.Positive)));
}
