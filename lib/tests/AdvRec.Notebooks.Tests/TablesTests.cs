using System.Text.RegularExpressions;

namespace AdvRec.Notebooks.Tests;

public class TablesTests
{
    [Fact]
    public void Whole_numbers_have_separators_others_four_decimals_and_texts_stay_as_they_are()
    {
        var table = Tables.Of("Numbers", ["name", "a", "b", "c", "d"], [["first", 12345, 0.5, 2f, "7.0"], ["second", -1234L, double.NaN, 3e-7, null]]);

        Assert.Equal(
        [
            "Numbers",
            "name         a       b       c    d",
            "first   12,345  0.5000  2.0000  7.0",
            "second  -1,234     n/a  3.0E-7",
        ], Lines(table));
    }

    [Fact]
    public void Names_are_row_headers_on_the_left_numbers_are_on_the_right_and_the_title_is_the_caption()
    {
        var html = Tables.Of("Some <numbers>", ["name", "n"], [["a", 1]]).ToHtml();

        Assert.Contains(">Some &lt;numbers&gt;</caption>", html, StringComparison.Ordinal);
        Assert.Matches("""<th scope="row" style="[^"]*text-align:left[^"]*">a</th><td style="[^"]*text-align:right">1</td>""", html);
    }

    [Fact]
    public void A_row_of_another_length_is_refused_by_its_number() =>
        Assert.Contains("Row 2 has 1 cells for 2 columns", Assert.Throws<ArgumentException>(() => Tables.Of("t", ["a", "b"], [["x", 1], ["y"]])).Message, StringComparison.Ordinal);

    [Fact]
    public void Recommendations_leave_out_what_is_known_and_star_the_held_out_item()
    {
        var table = Tables.Recommended(Samples.Films(), new FixedScores(9, 8, 3, 2, 1, 0), user: 0, topK: 3);

        Assert.Equal(
        [
            "What user 0 is recommended",
            "Rank  Title              Genres         Training ratings   Score",
            "1     Film 2             Comedy, Drama                 1  3.0000",
            "2     Film 3 ★ held out                                0  2.0000",
            "3     Film 4                                           0  1.0000",
        ], Lines(table));
    }

    [Fact]
    public void A_user_who_does_not_exist_is_refused() =>
        Assert.Contains("0..1", Assert.Throws<ArgumentOutOfRangeException>(() => Tables.Recommended(Samples.Films(), new FixedScores(1, 2, 3, 4, 5, 6), user: 2)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_change_says_how_every_title_moved_and_where_the_held_out_item_went()
    {
        FixedScores before = new(0, 0, 5, 4, 3, 2), after = new(0, 0, 1, 4, 2, 5);

        var lines = Lines(Tables.ListChange(Samples.Films(), 0, ("before", before), ("after", after), topK: 3));

        Assert.Equal(
        [
            "What user 0 is recommended: before, after",
            "Rank  before             after              Change",
            "1     Film 2 (gone)      Film 5             new",
            "2     Film 3 ★ held out  Film 3 ★ held out  =",
            "3     Film 4             Film 4             =",
        ], lines[..5]);
        Assert.Equal("2 of the first 3 stayed; held-out item: rank 2 → 2 of 4.", lines[^1]);
    }

    [Fact]
    public void Moves_count_places_and_ties_count_against_the_held_out_item()
    {
        FixedScores before = new(9, 9, 4, 3, 2, 1), after = new(9, 9, 2, 2, 4, 3);

        var lines = Lines(Tables.ListChange(Samples.Films(), 0, ("before", before), ("after", after), topK: 4));

        Assert.Equal(["↑2", "↑2", "↓2", "↓2"], lines[2..6].Select(line => Regex.Match(line, @"\S+$").Value));
        Assert.Equal("4 of the first 4 stayed; held-out item: rank 2 → 4 of 4.", lines[^1]);
    }

    [Theory, MemberData(nameof(HostileTexts))]
    public void Texts_of_others_bring_no_element_of_theirs(string hostile)
    {
        FixedScores scores = new(9, 8, 3, 2, 1, 0);

        Assert.Equal(
            Elements(Tables.ListChange(Samples.Films(), 0, ("a", scores), ("b", scores))),
            Elements(Tables.ListChange(Samples.Films(hostile), 0, (hostile, scores), ("b", scores), title: hostile)));
    }

    public static TheoryData<string> HostileTexts => [.. Samples.HostileTexts];

    private static string[] Lines(NotebookTable table) => table.ToString().Split(Environment.NewLine);

    private static string[] Elements(NotebookTable table) => [.. Regex.Matches(table.ToHtml(), "</?[a-zA-Z!][a-z]*").Select(m => m.Value)];
}
