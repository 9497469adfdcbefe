using AdvRec.Data;
using AdvRec.Evaluation;
using CsCheck;

namespace AdvRec.Tests.Evaluation;

public class RecommendationsTests
{
    private static readonly LeaveOneOutDataset Data = new("lists", [(0, 1), (1, 0), (1, 2)], [0, 1], itemCount: 4);
    private static readonly ScoreTable Scores = new(new[,] { { 0.5, 9, 0.25, 0.5 }, { 1, 2, 3, -4.5 } });

    [Fact]
    public void Best_items_first_without_training_items() =>
        Assert.Equal([new(0, 0.5f), new(3, 0.5f), new(2, 0.25f)], Recommendations.For(Scores, Data, user: 0));

    [Fact]
    public void The_best_are_those_of_sorting_all_scores_however_many_are_equal() => Gen.Select(Gen.Int[0, 5].Array[4, 60], Gen.Int[1, 70]).Sample((scores, topK) =>
    {
        var data = new LeaveOneOutDataset("any", [(0, 1), (0, 2)], [0], itemCount: scores.Length);
        var table = new double[1, scores.Length];
        for (var item = 0; item < scores.Length; item++)
            table[0, item] = scores[item];

        Assert.Equal(
            Enumerable.Range(0, scores.Length).Except([1, 2]).OrderByDescending(item => scores[item]).ThenBy(item => item).Take(topK),
            Recommendations.For(new ScoreTable(table), data, user: 0, topK).Select(entry => entry.Item));
    });
}
