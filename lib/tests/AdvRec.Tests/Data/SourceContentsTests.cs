using AdvRec.Sources;

namespace AdvRec.Tests.Data;

/// <summary>What a source holds is shown; what may mean "none" is not decided, but said.</summary>
public sealed class SourceContentsTests
{
    [Theory]
    [InlineData("0 5 7 8", "the rating 0 (25.0 %) stands apart: if it means that there is none, leave it out with --min-rating 5")]
    [InlineData("-1 5 7 8", "the rating -1 (25.0 %) stands apart: if it means that there is none, leave it out with --min-rating 5")]
    [InlineData("-9.5 0.3 8 99", "the rating 99 (25.0 %) stands apart: if it means that there is none, leave it out with --max-rating 8")]
    [InlineData("-999 1 2 3", "the rating -999 (25.0 %) stands apart: if it means that there is none, leave it out with --min-rating 1")]
    public void A_rating_that_stands_apart_is_named_with_what_leaves_it_out(string ratings, string expected) =>
        Assert.Contains(expected, Examine(ratings.Split(' ')));

    [Theory]
    [InlineData("1 2 3 4 5")]
    [InlineData("0.5 1 4.5 5")]
    [InlineData("-9.5 -3 0.2 9.7")]
    [InlineData("1 2 4 8 15")]
    public void Ratings_of_one_scale_do_not_stand_apart(string ratings) =>
        Assert.DoesNotContain(Examine(ratings.Split(' ')), line => line.Contains("stands apart", StringComparison.Ordinal));

    [Fact]
    public void Few_ratings_are_shown_each_with_its_share_however_it_is_written_many_by_their_quarters()
    {
        Assert.Contains("ratings: 3 (25.0 %), 4 (75.0 %)", Examine(["4", "4.0", "3", "4.00"]));
        Assert.Contains("ratings: 100 different values from 1 to 100, quarters at 25, 50 and 75; most often 1 (1.0 %)", Examine([.. Enumerable.Range(1, 100).Select(rating => $"{rating}")]));
    }

    [Fact]
    public void Times_are_shown_from_first_to_last_and_mixed_units_are_said()
    {
        Assert.Contains("times read as seconds, from 2001-09-09 01:46:40 to 2001-09-09 01:46:43", Examine(["1", "2", "3", "4"]));
        Assert.Contains("times read as milliseconds, seconds, from 2001-09-09 01:46:40 to 2017-07-14 02:40:00", Of("u,a,1,1000000000\nu,b,2,1500000000000\n"));
        Assert.Contains("the times mix milliseconds, seconds: a number's size decided; look whether that is right", Of("u,a,1,1000000000\nu,b,2,1500000000000\n"));
    }

    [Fact]
    public void An_id_that_may_mean_none_is_said() =>
        Assert.Contains("2 ratings have the user 'NA': if that means none, leave those rows out of the file", Of("NA,a,1,5\nu,b,2,6\nNA,b,2,6\n"));

    [Fact]
    public void Times_that_are_equal_by_rounding_are_said() =>
        Assert.Contains("1 of 2 users have several ratings at their latest time: of these the one with the largest item id will be held out", Of("u,a,1,1.5E+09\nu,b,2,1.5E+09\nv,a,1,5\nv,b,2,6\n"));

    private static IReadOnlyList<string> Examine(string[] ratings) => Of(string.Concat(ratings.Select((rating, at) => $"u,i{at},{rating},{1_000_000_000 + at}\n")));

    private static IReadOnlyList<string> Of(string text)
    {
        using var source = new TemporaryFolder();
        source.Write("own.csv", text);
        return Preparation.Examine(Path.Combine(source.Path, "own.csv"));
    }
}
