using AdvRec.Evaluation;

namespace AdvRec.Tests.Evaluation;

public class EvaluationResultTests
{
    [Fact]
    public void Measures_follow_from_positions()
    {
        var result = new EvaluationResult([0, 1, 4], [4, 4, 4], topK: 2);

        Assert.Equal(2 / 3.0, result.HitRatio, 12);
        Assert.Equal((1 + Math.Log(2) / Math.Log(3)) / 3, result.Ndcg, 12);
        Assert.Equal((1 + 0.75 + 0) / 3, result.Auc, 12);
    }

    [Fact]
    public void A_drop_is_in_per_cent_of_the_clean_value()
    {
        var clean = new EvaluationResult([0, 0, 9, 9], [10, 10, 10, 10], topK: 1);
        var attacked = new EvaluationResult([0, 5, 9, 9], [10, 10, 10, 10], topK: 1);

        Assert.Equal(50, clean.DropTo(attacked, m => m.HitRatio), 12);
        Assert.Equal(-100, attacked.DropTo(clean, m => m.HitRatio), 12);
        Assert.True(double.IsNaN(new EvaluationResult([9], [10], 1).DropTo(new EvaluationResult([0], [10], 1), m => m.HitRatio)));
    }

    [Fact]
    public void Where_K_reaches_the_number_of_candidates_the_result_says_so()
    {
        Assert.Null(new EvaluationResult([0, 5], [10, 11], topK: 9).Caution);

        var caution = new EvaluationResult([0, 5, 10], [10, 8, 11], topK: 10).Caution;

        Assert.Equal("K = 10 is at or above the number of candidates of 2 of 3 users (the fewest: 8): nearly all of their held-out items are on the list, whatever the model", caution);
        Assert.EndsWith($"; {caution}", new EvaluationResult([0, 5, 10], [10, 8, 11], topK: 10).ToString(), StringComparison.Ordinal);
    }
}
