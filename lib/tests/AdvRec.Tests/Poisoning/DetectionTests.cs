using AdvRec.Data;
using AdvRec.Models;
using AdvRec.Poisoning;

namespace AdvRec.Tests.Poisoning;

public class DetectionTests
{
    private static readonly LeaveOneOutDataset Poisoned =
        Small.Data.WithProfiles(new RandomProfiles { Fillers = 12 }.Profiles(Small.Data, 7, 6, seed: 3));

    [Theory, InlineData(1), InlineData(5), InlineData(500)]
    public void Similarity_with_the_nearest_profiles_is_the_naive_one(int neighbours)
    {
        var similarity = Suspicion.NeighbourSimilarity(Poisoned, neighbours);
        for (var user = 0; user < Poisoned.UserCount; user++)
            Assert.Equal(NaivePoisoning.Similarity(Poisoned, user, neighbours), similarity[user], 1e-12);
    }

    [Fact]
    public void Deviation_of_the_popularity_is_the_naive_one() =>
        Assert.All(NaivePoisoning.PopularityDeviation(Poisoned).Zip(Suspicion.PopularityDeviation(Poisoned)), pair => Assert.Equal(pair.First, pair.Second, 1e-12));

    [Theory]
    [InlineData(new[] { 1.0, 2, 3, 9, 8 }, 3, 1, 1)]
    [InlineData(new[] { 1.0, 2, 3, 0, -1 }, 3, 0, 0)]
    [InlineData(new[] { 1.0, 1, 1, 1 }, 2, 0.5, 0)]
    [InlineData(new[] { 1.0, 3, 2, 4 }, 2, 0.75, 0.5)]
    public void Area_and_precision_are_what_they_say(double[] suspicion, int realUsers, double auc, double precision)
    {
        Assert.Equal(new Detection(auc, precision), Detection.Of(suspicion, realUsers));
        Assert.Equal(NaivePoisoning.Detect(suspicion, realUsers), Detection.Of(suspicion, realUsers));
    }

    [Fact]
    public void Area_and_precision_are_the_naive_ones_on_a_poisoned_data_set()
    {
        var suspicion = Suspicion.NeighbourSimilarity(Poisoned);
        var (expected, actual) = (NaivePoisoning.Detect(suspicion, 60), Detection.Of(suspicion, 60));
        Assert.Equal(expected.Auc, actual.Auc, 1e-12);
        Assert.Equal(expected.Precision, actual.Precision);
    }

    [Fact]
    public void Without_one_of_each_kind_there_is_nothing_to_detect()
    {
        Assert.Throws<ArgumentException>(() => Detection.Of([1, 2], 2));
        Assert.Throws<ArgumentException>(() => Detection.Of([1, 2], 0));
        Assert.Throws<ArgumentException>(() => Detection.Of([1, double.NaN], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Suspicion.NeighbourSimilarity(Small.Data, 0));
    }

    [Theory, InlineData(0), InlineData(7), InlineData(40)]
    public void Ranks_of_the_target_are_the_naive_ones(int target)
    {
        var model = MatrixFactorization.Create(Poisoned, seed: 5, factors: 8);
        var exposure = TargetExposure.Of(model, Small.Data, target);
        var naive = NaivePoisoning.Ranks(Small.Data, target, model.Score);

        Assert.Equal(naive, exposure.Ranks);
        Assert.Equal(naive.Average(), exposure.MeanRank, 1e-12);
        Assert.Equal(naive.Count(rank => rank <= 10) / (double)naive.Count, exposure.HitRate(10), 1e-12);
        var ordered = naive.Order().ToList();
        Assert.Equal((ordered[(naive.Count - 1) / 2] + ordered[naive.Count / 2]) / 2.0, exposure.MedianRank, 1e-12);
    }

    [Fact]
    public void Equal_scores_count_against_the_target_and_the_first_rank_is_1()
    {
        var flat = new MatrixFactorization(new(60, 1), new(80, 1));
        var ranks = TargetExposure.Of(flat, Small.Data, 7).Ranks;
        var users = Enumerable.Range(0, 60).Where(user => Small.Data.TestItem(user) != 7 && !Small.Data.TrainingItems(user).Contains(7));
        Assert.Equal(users.Select(user => 80 - Small.Data.TrainingItems(user).Length), ranks);

        for (var user = 0; user < 60; user++)
            flat.UserFactors[user][0] = 1;
        flat.ItemFactors[7][0] = 1;
        Assert.All(TargetExposure.Of(flat, Small.Data, 7).Ranks, rank => Assert.Equal(1, rank));
        Assert.Equal(1, TargetExposure.Of(flat, Small.Data, 7).HitRate(1));
    }

    [Fact]
    public void A_model_of_the_poisoned_data_is_seen_with_its_real_users_alone()
    {
        var model = MatrixFactorization.Create(Poisoned, seed: 5, factors: 8);
        var real = new FirstUsers(model, 60);
        var scores = new float[80];
        real.Score(59, 1, scores);

        Assert.Equal((60, 80), (real.UserCount, real.ItemCount));
        Assert.Equal(Enumerable.Range(0, 80).Select(item => model.Score(59, item)), scores);
        Assert.Throws<ArgumentOutOfRangeException>(() => new FirstUsers(model, 67));
        Assert.Throws<ArgumentException>(() => TargetExposure.Of(new FirstUsers(model, 59), Small.Data, 7));
        Assert.Throws<ArgumentOutOfRangeException>(() => TargetExposure.Of(model, Small.Data, 80));
    }
}
