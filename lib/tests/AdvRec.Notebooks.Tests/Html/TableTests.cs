using System.Globalization;
using System.Text.RegularExpressions;
using AdvRec.Evaluation;

namespace AdvRec.Notebooks.Tests.Html;

public class TableTests
{
    [Fact]
    public void Metric_drops_have_a_row_a_model_and_measure_with_the_numbers_passed_in()
    {
        EvaluationResult clean = Samples.Result(3), attacked = Samples.Result(1.2);
        var drop = new MetricDrop("BPR-MF", clean, attacked);

        var rows = Rows(Charts.MetricDrops(drop));

        Assert.Equal(
        [
            Row("HR@100", Measure.HitRatio),
            Row("nDCG@100", Measure.Ndcg),
            Row("AUC", Measure.Auc),
        ], rows.Skip(1));

        string[] Row(string name, Measure measure) =>
        [
            "BPR-MF", name,
            Number(measure.Of(clean.Mean)), Spread(clean.IntervalOf(measure)),
            Number(measure.Of(attacked.Mean)), Spread(attacked.IntervalOf(measure)),
            string.Create(CultureInfo.InvariantCulture, $"−{(measure.Of(clean.Mean) - measure.Of(attacked.Mean)) / measure.Of(clean.Mean) * 100:F1}%"),
        ];
        string Spread(Interval interval) => $"[{Number(interval.Lower)}, {Number(interval.Upper)}]";
    }

    [Fact]
    public void Losses_have_a_row_an_epoch_with_the_numbers_passed_in()
    {
        var epochs = Samples.Epochs(plain: 1, adversarial: 1);

        var rows = Rows(Charts.Loss(epochs));

        Assert.Equal([["1", Number(epochs[0].Loss), "n/a"], ["2", Number(epochs[1].Loss), Number(epochs[1].AdversarialLoss!.Value)]], rows.Skip(1));
    }

    [Fact]
    public void Nothing_can_drop_from_zero()
    {
        var nobodyHit = new EvaluationResult([500, 600], [1000, 1000], topK: 10);
        var drop = new MetricDrop("m", nobodyHit, nobodyHit);

        Assert.Equal(double.NaN, drop.Percent(m => m.HitRatio));
        Assert.Equal(0, drop.Percent(m => m.Auc));
        Assert.Equal(["n/a", "n/a", "0.0%"], Rows(Charts.MetricDrops(drop)).Skip(1).Select(row => row[^1]));
    }

    [Fact]
    public void A_single_user_has_no_interval()
    {
        var one = new EvaluationResult([3], [1000], topK: 10);

        Assert.Equal(["n/a", "n/a", "n/a"], Rows(Charts.MetricDrops(one, one)).Skip(1).Select(row => row[3]));
    }

    private static string Number(double value) => value.ToString("F4", CultureInfo.InvariantCulture);

    private static string[][] Rows(Plot plot) =>
    [
        .. Regex.Matches(plot.Table.ToHtml("caption"), "<tr>(.*?)</tr>")
            .Select(row => Regex.Matches(row.Groups[1].Value, ">([^<>]+)<").Select(cell => System.Net.WebUtility.HtmlDecode(cell.Groups[1].Value)).ToArray()),
    ];
}
