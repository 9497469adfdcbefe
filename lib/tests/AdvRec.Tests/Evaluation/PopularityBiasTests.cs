using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;

namespace AdvRec.Tests.Evaluation;

public class PopularityBiasTests
{
    // Popularity of the five items: 3, 2, 1, 0, 0.
    private static readonly LeaveOneOutDataset Data = new("popular", [(0, 0), (0, 1), (1, 0), (1, 2), (2, 0), (2, 1)], [3, 3, 4], itemCount: 5);

    [Fact]
    public void By_hand()
    {
        // User 0 gets items 2 and 3, user 1 items 3 and 4, user 2 items 2 and 3.
        var model = new ScoreTable(new[,] { { 9, 9, 5, 4, 3.0 }, { 9, 1, 9, 5, 4 }, { 9, 9, 3, 2, 1 } });

        var bias = PopularityBias.Of(model, Data, topK: 2, headShare: 0.6);

        Assert.Equal((0.5 + 0 + 0.5) / 3, bias.AveragePopularity, 12);
        Assert.Equal((0.5 + 1 + 0.5) / 3, bias.LongTailShare, 12);
        Assert.Equal(3 / 5.0, bias.Coverage, 12);
        Assert.Equal(2, bias.TopK);
    }

    [Fact]
    public void The_most_popular_items_are_recommended_from_the_short_head_alone()
    {
        var bias = PopularityBias.Of(new MostPopular(Small.Data), Small.Data, topK: 5, headShare: 0.5);

        Assert.Equal(0, bias.LongTailShare);
        Assert.True(bias.AveragePopularity > Small.Data.Popularity().Average());
    }

    [Fact]
    public void The_long_tail_is_all_but_the_short_head() =>
        Assert.Equal([false, true, true, true, true], PopularityBias.LongTail(Data.Popularity(), headShare: 0.2));

    [Theory, InlineData(0), InlineData(1), InlineData(double.NaN)]
    public void A_short_head_is_some_of_the_items_but_not_all(double headShare) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PopularityBias.Of(new MostPopular(Data), Data, headShare: headShare));
}
