using AdvRec.Data;
using AdvRec.Evaluation;

namespace AdvRec.Notebooks.Tests;

/// <summary>The class experiment: lines in, interval out.</summary>
public sealed class ClassExperimentTests
{
    private static readonly LeaveOneOutDataset s_data = new("small set", [(0, 0), (1, 1)], [1, 0]);

    [Fact]
    public void Lines_that_were_handed_in_give_the_interval_of_their_numbers()
    {
        double[] points = [1.5, -0.25, 2, 0];
        var lines = string.Join('\n', points.Select((value, at) => $"Student {at}: {ClassExperiment.Line(s_data, (ulong)at, value)}  "));

        var result = ClassExperiment.Collect(s_data, lines, "The class");

        Assert.Equal(4, result.Count);
        Assert.Equal(Interval.Student(points), result.Class);
        Assert.Contains("4 seeds: mean 0.81 [−", result.ToString(), StringComparison.Ordinal);
        Assert.Contains("2 of the single seeds are above 0", result.ToString(), StringComparison.Ordinal);
        Assert.Contains("advrec-plot", result.ToHtml(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("> seed 3 on small set: -1.50 points")]
    [InlineData("SEED 3 on small set: −1,5 points, says Ann")]
    [InlineData("\tseed  3 on small set: –1.5 points\r")]
    public void What_a_chat_makes_of_a_line_is_still_read(string line) =>
        Assert.Equal(-1.5, ClassExperiment.Collect(s_data, $"seed 1 on small set: −1.50 points\n{line}", "").Class!.Value.Mean);

    [Fact]
    public void What_does_not_belong_is_left_out_and_named()
    {
        var text = ClassExperiment.Collect(s_data, """
            seed 1 on small set: +1.00 points
            hello
            seed 1 on small set: +9.00 points
            seed 2 on another: +9.00 points

            seed 2 on small set: +2.00 points
            """, "").ToString();

        Assert.Contains("2 seeds: mean 1.50 [", text, StringComparison.Ordinal);
        Assert.Contains("Line 2 is not one that was handed in: “hello”", text, StringComparison.Ordinal);
        Assert.Contains("Seed 1 comes twice", text, StringComparison.Ordinal);
        Assert.Contains("not of small set: 1.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("seed 1 on small set: +1.00 points", 1)]
    public void Below_two_lines_there_is_no_interval_and_no_error(string lines, int count)
    {
        var result = ClassExperiment.Collect(s_data, lines, "");

        Assert.Equal((count, null), (result.Count, result.Class));
        Assert.Contains("from two on there is an interval", result.ToHtml(), StringComparison.Ordinal);
    }
}
