namespace AdvRec.Notebooks.Tests;

public sealed class PredictTests
{
    [Fact]
    public void A_guess_is_set_beside_what_was_found()
    {
        var prediction = Predict.Number(30, 18.96, "%", "The head is long.");

        Assert.Equal("You said 30 %, it is 19 %. The head is long.", prediction.ToString());
        Assert.Contains("You said 30 %, it is 19 %.", prediction.ToHtml(), StringComparison.Ordinal);
        Assert.Equal("You said 19 %, and so it is. Why.", Predict.Number(19.2, 18.96, "%", "Why.").ToString());
        Assert.Equal("You said 0.25, it is 0.62. Why.", Predict.Number(0.25, 0.615, "", "Why.", decimals: 2).ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(double.NaN)]
    public void Without_a_guess_the_text_gives_nothing_away_and_the_page_folds_the_answer(double? guess)
    {
        var prediction = Predict.Number(guess, 19, "%", "Because.");

        Assert.DoesNotContain("19", prediction.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Because", prediction.ToString(), StringComparison.Ordinal);
        var html = prediction.ToHtml();
        var folded = html.IndexOf("<details data-answer>", StringComparison.Ordinal);
        Assert.True(folded > 0 && html.IndexOf("Because", StringComparison.Ordinal) > folded);
    }

    [Fact]
    public void A_choice_is_asked_for_by_name()
    {
        Assert.Equal("You said HR, it is AUC. Why.", Predict.Choice(" hr ", "AUC", "Why.", "HR", "nDCG", "AUC").ToString());
        Assert.Equal("You said AUC, and so it is. Why.", Predict.Choice("auc", "AUC", "Why.", "HR", "nDCG", "AUC").ToString());
        Assert.Contains("HR, nDCG, AUC", Predict.Choice(null, "AUC", "Why.", "HR", "nDCG", "AUC").ToString(), StringComparison.Ordinal);
        Assert.Contains("“MRR” is none of", Predict.Choice("MRR", "AUC", "Why.", "HR", "nDCG", "AUC").ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Predict.Choice("HR", "MRR", "Why.", "HR", "AUC"));
    }

    [Fact]
    public void What_a_page_offers_to_guess_is_a_range() =>
        Assert.Contains("above the least", Assert.Throws<ArgumentOutOfRangeException>(() => Predict.Number(null, 1, "", "Why.", from: 5, to: 5)).Message, StringComparison.Ordinal);

    [Fact]
    public void Texts_of_others_do_nothing() =>
        Assert.DoesNotContain("<img", Predict.Choice(Samples.Hostile, "a", Samples.Hostile, "a").ToHtml(), StringComparison.Ordinal);
}
