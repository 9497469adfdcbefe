namespace AdvRec.Notebooks.Tests;

public class ExerciseTests
{
    [Theory]
    [InlineData(true, "✓ E: right. Yes.")]
    [InlineData(false, "✗ E: not yet. Hint.")]
    [InlineData(null, "○ E: nothing to check yet: replace the null in the cell above; if it is replaced, that cell has an error.")]
    public void A_condition_holds_or_not_or_is_not_there_yet(bool? answer, string expected) =>
        Assert.Equal(expected, Exercise.CheckTrue("E", answer, "Yes.", "Hint.").ToString());

    [Fact]
    public void The_summary_says_what_is_right_and_what_is_open()
    {
        Exercise.CheckTrue("Summary A", true, "", "");
        Exercise.CheckTrue("Summary B", true, "", "");
        Exercise.CheckTrue("Summary B", false, "", "");

        var text = Exercise.Summary().ToString();

        Assert.Matches("Summary A +right", text);
        Assert.Matches("Summary B +open", text);
    }

    [Fact]
    public void Texts_of_others_are_shown_and_announced_as_text()
    {
        var html = Exercise.CheckTrue(Samples.Hostile, false, "", Samples.Hostile).ToHtml();

        Assert.StartsWith("<div role=\"status\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
    }
}
