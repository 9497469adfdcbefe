using AdvRec.Evaluation;

namespace AdvRec.Notebooks.Tests;

public class ChartsTests
{
    [Fact]
    public void Metric_drops_need_a_model() =>
        Assert.Contains("at least one MetricDrop", Assert.Throws<ArgumentException>(() => Charts.MetricDrops()).Message, StringComparison.Ordinal);

    [Fact]
    public void Metric_drops_need_one_K() =>
        Assert.Contains("same K", Assert.Throws<ArgumentException>(() => Charts.MetricDrops(Samples.Result(2), Samples.Result(2, topK: 10))).Message, StringComparison.Ordinal);

    [Fact]
    public void Metric_drops_need_the_same_users()
    {
        var fewer = new EvaluationResult([1, 2], [1000, 1000], topK: 100);

        Assert.Contains("2 attacked", Assert.Throws<ArgumentException>(() => Charts.MetricDrops(Samples.Result(2), fewer)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_needs_an_epoch() =>
        Assert.Contains("at least one", Assert.Throws<ArgumentException>(() => Charts.Loss([])).Message, StringComparison.Ordinal);
}
