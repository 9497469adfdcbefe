using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;

namespace AdvRec.Tests.Evaluation;

public class LeaveOneOutEvaluatorTests
{
    [Fact]
    public void A_list_longer_than_the_catalogue_hits_always()
    {
        var result = new LeaveOneOutEvaluator(Small.Data, topK: 10_000).Evaluate(Small.Trained());

        Assert.Equal(1, result.HitRatio);
        Assert.InRange(result.Auc, 0, 1);
    }

    [Fact]
    public void A_user_who_has_seen_every_other_item_is_ranked_perfectly()
    {
        var data = new LeaveOneOutDataset("all but one", [(0, 0), (0, 1)], [2]);

        var result = new LeaveOneOutEvaluator(data).Evaluate(new ScoreTable(new double[,] { { 3, 2, 1 } }));

        Assert.Equal((0, 0), (result.Positions[0], result.CandidateCounts[0]));
        Assert.Equal(new Metrics(_ => 1), result.Mean);
    }

    [Fact]
    public void Equal_scores_count_against_the_held_out_item()
    {
        var data = new LeaveOneOutDataset("ties", [(0, 0)], [1], itemCount: 5);

        Assert.Equal(3, new LeaveOneOutEvaluator(data).Evaluate(new ScoreTable(new double[1, 5])).Positions[0]);
    }

    [Theory, InlineData(double.NaN), InlineData(double.PositiveInfinity), InlineData(double.NegativeInfinity)]
    public void A_score_that_is_no_number_is_an_error_that_names_the_user(double score)
    {
        var scores = new double[Small.Data.UserCount, Small.Data.ItemCount];
        scores[17, 3] = score;

        var error = Assert.Throws<NotFiniteNumberException>(() => new LeaveOneOutEvaluator(Small.Data, threads: 2).Evaluate(new ScoreTable(scores)));
        Assert.StartsWith("User 17:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Most_popular_ranks_by_training_pairs()
    {
        var data = new LeaveOneOutDataset("popular", [(0, 0), (1, 0), (1, 1), (2, 2), (2, 0), (3, 3), (3, 0)], [1, 2, 3, 1]);

        Assert.Equal([4, 1, 1, 1], data.Popularity());
        Assert.Equal([2, 1, 1, 1], new LeaveOneOutEvaluator(data).Evaluate(new MostPopular(data)).Positions);
    }

    [Fact]
    public void Threads_do_not_change_the_result()
    {
        var model = Small.Trained();
        var positions = ((int[])[1, 2, 3, 8]).Select(threads => new LeaveOneOutEvaluator(Small.Data, threads: threads).Evaluate(model).Positions).ToList();

        Assert.All(positions, one => Assert.Equal(positions[0], one));
    }
}
