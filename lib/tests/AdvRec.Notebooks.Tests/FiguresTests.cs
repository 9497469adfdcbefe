using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Studies;

namespace AdvRec.Notebooks.Tests;

/// <summary>What curves, scatter plots, heat maps and differences refuse, and what their tables and texts say.</summary>
public class FiguresTests
{
    private static readonly Curve s_line = Curve.Of("line", [(1.0, 0.5), (10, double.NaN)]);

    [Fact]
    public void Curves_need_one_to_four_curves_with_points()
    {
        Refused("at least one", () => Charts.Curves("t", "x", "y"));
        Refused("at most 4", () => Charts.Curves("t", "x", "y", s_line, s_line, s_line, s_line, s_line));
        Refused("'empty' has no points", () => Charts.Curves("t", "x", "y", new Curve("empty", [])));
        Refused("'lost' has no point with finite coordinates", () => Charts.Curves("t", "x", "y", Curve.Of("lost", [(1.0, double.NaN)])));
        Refused("'lost' has a point whose X is NaN", () => Charts.Curves("t", "x", "y", Curve.Of("lost", [(1.0, 1.0), (double.NaN, 1)])));
    }

    [Fact]
    public void Logarithmic_axes_have_no_room_for_zero()
    {
        var zero = Curve.Of("zero", [(0.0, 1.0), (1, -2)]);

        Refused("'zero' reaches 0 on the logarithmic x axis, which has room above 0 only; leave such points out or set LogX = false", () => Charts.Curves("t", "x", "y", new CurveOptions { LogX = true }, zero));
        Refused("'zero' reaches -2 on the logarithmic y axis", () => Charts.Curves("t", "x", "y", new CurveOptions { LogY = true }, zero));
        Refused("'level' reaches 0", () => Charts.Curves("t", "x", "y", new CurveOptions { LogY = true, Reference = ("level", 0) }, s_line));
        Refused("'zero' reaches 0 on the logarithmic x axis", () => Charts.Scatter("t", "x", "y", new ScatterOptions { LogX = true }, new PointGroup("zero", [new(0, 1, "p")])));
    }

    [Fact]
    public void Curves_as_text_have_a_row_a_point_with_its_band()
    {
        var plot = Charts.Curves("Title", "ε", "HR@10", new CurveOptions { Note = "Note." }, Curve.Of("a", [(0.5, Samples.Around(0.25, 0.125))]), s_line);

        Assert.Equal(
        [
            "Title",
            "Curve    ε   HR@10  lower end  upper end",
            "a      0.5  0.2500     0.1250     0.3750",
            "line     1  0.5000        n/a        n/a",
            "line    10     n/a        n/a        n/a",
            "Note.",
        ], Lines(plot));
    }

    [Fact]
    public void Scatter_plots_need_one_to_four_groups_and_comparable_axes()
    {
        var group = new PointGroup("g", [new(1, 2, "p")]);

        Refused("at least one", () => Charts.Scatter("t", "x", "y"));
        Refused("at most 4", () => Charts.Scatter("t", "x", "y", group, group, group, group, group));
        Refused("'g' has no points", () => Charts.Scatter("t", "x", "y", new PointGroup("g", [])));
        Refused("both or neither of LogX and LogY", () => Charts.Scatter("t", "x", "y", new ScatterOptions { Diagonal = true, LogX = true }, group));
    }

    [Fact]
    public void Of_many_points_the_text_has_the_first_200_and_says_how_many_more_there_are()
    {
        var points = Enumerable.Range(0, 1234).Select(i => new LabelledPoint(i, -i / 2.0, $"item {i}"));

        var lines = Lines(Charts.Scatter("Title", "x", "y", new PointGroup("g", [.. points])));

        Assert.Equal("g      item 1      1   -0.5", lines[3]);
        Assert.Equal(203, lines.Length);
        Assert.Equal("… and 1,034 more points", lines[^1]);
    }

    [Fact]
    public void Heat_maps_need_a_value_for_every_cell_and_one_at_least()
    {
        Refused("2 rows of values for 1 row names", () => Charts.HeatMap("t", "x", ["a"], "y", ["r"], [[1], [2]], "v"));
        Refused("Row 'r' has 1 values for 2 columns", () => Charts.HeatMap("t", "x", ["a", "b"], "y", ["r"], [[1]], "v"));
        Refused("No value to show", () => Charts.HeatMap("t", "x", ["a"], "y", ["r"], [[double.NaN]], "v"));
    }

    [Fact]
    public void Heat_maps_as_text_have_the_grid() => Assert.Equal(
        [
            "Title",
            "λ \\ ε   0.1   0.5",
            "0      1.50   n/a",
            "1      2.25  3.00",
            "Colour: drop (%); the lighter, the higher. ×: no value.",
        ], Lines(Charts.HeatMap("Title", "ε", ["0.1", "0.5"], "λ", ["0", "1"], [[1.5, double.NaN], [2.25, 3]], "drop (%)", decimals: 2)));

    [Fact]
    public void Differences_need_findings_in_one_unit()
    {
        Refused("No finding", () => Charts.Differences("t", []));
        Refused("'points'", () => Charts.Differences("t", [.. Samples.Findings(), new("claim", "AUC", Samples.Around(1, 1))]));
    }

    [Fact]
    public void Differences_as_text_have_verdicts_and_intervals()
    {
        var lines = Lines(Charts.Differences("Title", Samples.Findings("The ranking is better")));

        Assert.Equal("Claim                                                     Measure   Verdict       difference (points)  Lower end  Upper end", lines[1]);
        Assert.EndsWith("HR@100    yes                         +30.0      +26.0      +34.0", lines[2], StringComparison.Ordinal);
        Assert.EndsWith("nDCG@100  the opposite                 −5.0       −7.0       −3.0", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("The ranking is better", lines[4], StringComparison.Ordinal);
        Assert.EndsWith("AUC       within noise                 +0.1       −0.4       +0.6", lines[4], StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_too_small_to_show_has_no_sign() =>
        Assert.EndsWith("within noise                  0.0       −0.1       +0.1", Lines(Charts.Differences("t", [new("The ranking is better", "AUC", new(-0.1, -0.01, 0.1), " points", 1)]))[2], StringComparison.Ordinal);

    [Fact]
    public void Corrected_findings_say_so() => Assert.Contains(
        "after Holm's correction", Charts.Differences("t", Finding.Holm([Finding.Of("claim", "AUC", [1, 2, 3])])).ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_checklist_is_a_grid_of_costs_and_a_table_of_verdicts()
    {
        var data = Samples.Films();
        FactorMatrix users = new(2, 1), items = new(6, 1);
        users[0][0] = users[1][0] = 1;
        for (var item = 0; item < 6; item++)
            items[item][0] = 0.1f * item;
        var model = new MatrixFactorization(users, items);
        var checklist = RobustnessChecklist.Run(data, [("one", model), ("long", model.Rescale(9, 9))], new() { Draws = 2, Steps = 2, Restarts = 1, TopK = 3 });

        var grid = Lines(Charts.Checklist(checklist, Measure.Auc));
        Assert.Contains("one step", grid[1], StringComparison.Ordinal);
        Assert.Equal(["long", "one"], grid.Skip(2).Take(4).Select(line => line[..4].TrimEnd(' ', ',')).Distinct().Order());
        var table = Tables.Checklist(checklist).ToString().Split(Environment.NewLine);
        Assert.Contains("HR@3", table[1], StringComparison.Ordinal);
        Assert.StartsWith("one ranks better than long", table[2], StringComparison.Ordinal);
        Assert.EndsWith("verdicts, corrected by Holm.", table[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_that_is_no_number_has_no_verdict() => Assert.Contains(
        "no value", Charts.Differences("t", [new("claim", "AUC", new(double.NaN, double.NaN, double.NaN))]).ToString(), StringComparison.Ordinal);

    private static void Refused(string because, Func<Plot> chart) => Assert.Contains(because, Assert.Throws<ArgumentException>(chart).Message, StringComparison.Ordinal);

    private static string[] Lines(Plot plot) => plot.ToString().Split(Environment.NewLine);
}
