namespace AdvRec.Notebooks.Tests;

public class ExerciseTests
{
    private static readonly float[] s_vector = [3, 0, -4];

    [Theory]
    [InlineData(null)]
    [InlineData(double.NaN)]
    public void An_untouched_number_is_nothing_to_check(double? untouched) =>
        Assert.Equal("○ Exercise 1: nothing to check yet: replace the null in the cell above; if it is replaced, that cell has an error.", Exercise.Check("Exercise 1", untouched, 2, "hint").ToString());

    [Theory]
    [InlineData(1000, 1000.9)]
    [InlineData(-0.5, -0.5004)]
    [InlineData(0, 0.0000009)]
    public void A_number_within_a_thousandth_is_right(double expected, double answer) =>
        Assert.Equal("✓ Exercise 1: right.", Exercise.Check("Exercise 1", answer, expected, "hint").ToString());

    [Theory]
    [InlineData(1000, 1001.1)]
    [InlineData(0, 0.00001)]
    [InlineData(1000, double.PositiveInfinity)]
    public void Beyond_that_it_is_not_yet_and_the_answer_stays_secret(double expected, double answer)
    {
        var result = Exercise.Check("Exercise 1", answer, expected, "Think again.");

        Assert.Equal("✗ Exercise 1: not yet. Think again.", result.ToString());
        Assert.DoesNotContain("1000", result.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_known_mistake_gets_its_reason() =>
        Assert.Equal("✗ E: not yet. That is the logarithm to base 2.", Exercise.Check("E", 1, 0.6931, "hint", (0.5, "half"), (1.0, "That is the logarithm to base 2.")).ToString());

    [Fact]
    public void A_right_answer_is_explained_and_may_have_its_own_tolerance()
    {
        Assert.Equal("✓ E: right. ln 2.", Exercise.Check("E", 0.6931, Math.Log(2), "hint", right: "ln 2.").ToString());
        Assert.Equal("✓ E: right. ln 2.", Exercise.Check("E", 0.7, Math.Log(2), tolerance: 0.05, hint: "hint", right: "ln 2.").ToString());
    }

    [Fact]
    public void A_vector_is_right_up_to_rounding() =>
        Assert.Equal("✓ E: right. Yes.", Exercise.CheckVector("E", [3.0004f, 0.0001f, -4], s_vector, "hint", right: "Yes.").ToString());

    [Theory]
    [InlineData(new float[0], "○ E: nothing to check yet: fill in the numbers in the cell above.")]
    [InlineData(new float[] { 0, 0, 0 }, "○ E: nothing to check yet: fill in the numbers in the cell above.")]
    [InlineData(new float[] { 3, 0 }, "✗ E: not yet. The vector has 2 numbers, but 3 are needed. Hint.")]
    [InlineData(new float[] { 3, float.NaN, -4 }, "✗ E: not yet. The number at index 1 is NaN or infinite. Hint.")]
    [InlineData(new float[] { -3, 0, 4 }, "✗ E: not yet. The sign is the opposite. Hint.")]
    [InlineData(new float[] { 6, 0, -8 }, "✗ E: not yet. The direction is right, but the vector is 2 times as long as it should be. Hint.")]
    [InlineData(new float[] { -1.5f, 0, 2 }, "✗ E: not yet. The direction is the opposite, and the vector is 0.5 times as long as it should be. Hint.")]
    [InlineData(new float[] { 3, 1, -4 }, "✗ E: not yet. The first number that differs is at index 1. Hint.")]
    public void A_vector_that_is_not_right_is_diagnosed(float[] answer, string expected) =>
        Assert.Equal(expected, Exercise.CheckVector("E", answer, s_vector, "Hint.").ToString());

    [Fact]
    public void A_missing_vector_is_nothing_to_check() =>
        Assert.StartsWith("○", Exercise.CheckVector("E", null, s_vector, "Hint.").ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("user factors", "✓ E: right. Yes.")]
    [InlineData(" USERfactors ", "✓ E: right. Yes.")]
    [InlineData("Item Factors", "✗ E: not yet. They stay.")]
    [InlineData("both", "✗ E: not yet. Hint.")]
    [InlineData("  ", "○ E: nothing to check yet: replace the null in the cell above; if it is replaced, that cell has an error.")]
    [InlineData(null, "○ E: nothing to check yet: replace the null in the cell above; if it is replaced, that cell has an error.")]
    public void Choices_are_compared_without_capitals_and_blanks(string? answer, string expected) =>
        Assert.Equal(expected, Exercise.CheckChoice("E", answer, "User factors", "Hint.", right: "Yes.", ("item factors", "They stay.")).ToString());

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
