namespace AdvRec.Hosts.Tests;

internal static class Same
{
    /// <summary>No error, and cell by cell the texts, and from the top the tables, of our report.</summary>
    /// <param name="reported">The report's <c>.ipynb</c>.</param>
    /// <param name="hosted">The host's.</param>
    /// <param name="times">How often the host ran the notebook.</param>
    public static void AsReport(string reported, string hosted, int times = 1)
    {
        var (expected, actual) = (Shown.In(reported), Shown.In(hosted));
        Assert.Empty(actual.Errors);
        Assert.NotEmpty(string.Concat(expected.Texts));
        Assert.Equal(Repeat(expected.Texts, times), actual.Texts);
        Assert.Equal(Repeat(expected.Tables, times), actual.Tables);
    }

    private static IEnumerable<string> Repeat(IReadOnlyList<string> items, int times) => Enumerable.Repeat(items, times).SelectMany(item => item);
}
