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
}
