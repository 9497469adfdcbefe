using Microsoft.DotNet.Interactive.Formatting;

namespace AdvRec.Notebooks.Tests.Formatting;

/// <summary>Through the package that turns objects into text in .NET Interactive and in our own runner.</summary>
public class RichFormatterTests
{
    [Fact]
    public void Html_is_the_fragment()
    {
        var plot = Samples.TwoModels();

        var html = plot.ToDisplayString("text/html");

        Assert.StartsWith("<figure class=\"advrec-plot\"", html, StringComparison.Ordinal);
        Assert.EndsWith("</figure>", html, StringComparison.Ordinal);
        Assert.Contains(plot.Table.ToHtml(plot.Title), html, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_text_is_title_and_numbers()
    {
        var plot = Samples.TwoModels(title: "Drops");

        Assert.Equal(plot.ToString(), plot.ToDisplayString("text/plain"));
        Assert.StartsWith("Drops" + Environment.NewLine, plot.ToString(), StringComparison.Ordinal);
        Assert.Contains("BPR-MF                 HR@100", plot.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_and_results_of_exercises_are_shown_as_their_html_and_as_their_text()
    {
        var table = Tables.Of("Table", ["a"], [["b"]]);
        var result = Exercise.CheckTrue("Exercise 1", true, "Yes.", "No.");

        Assert.Equal((table.ToHtml(), table.ToString()), (table.ToDisplayString("text/html"), table.ToDisplayString("text/plain")));
        Assert.Equal((result.ToHtml(), result.ToString()), (result.ToDisplayString("text/html"), result.ToDisplayString("text/plain")));
    }

    [Theory]
    [InlineData(typeof(Plot))]
    [InlineData(typeof(NotebookTable))]
    [InlineData(typeof(ExerciseResult))]
    public void Html_comes_first(Type type) => Assert.Equal("text/html", Assert.Single(Formatter.GetPreferredMimeTypesFor(type)));

    [Fact]
    public void Every_rich_type_has_what_both_kinds_of_hosts_look_for() => Assert.All(
        typeof(Plot).Assembly.GetExportedTypes().Where(t => t.GetMethod("ToHtml") is not null || t.GetCustomAttributes(false).Any(IsFormatterSource)),
        type =>
        {
            Assert.Equal(typeof(string), type.GetMethod("ToHtml", [])?.ReturnType);
            Assert.Contains(type.GetCustomAttributes(false), IsFormatterSource);
        });

    private static bool IsFormatterSource(object attribute) => attribute.GetType().Name == "TypeFormatterSourceAttribute";
}
