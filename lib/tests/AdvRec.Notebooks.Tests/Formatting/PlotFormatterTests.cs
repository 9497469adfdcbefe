using Microsoft.DotNet.Interactive.Formatting;

namespace AdvRec.Notebooks.Tests.Formatting;

/// <summary>Through the package that turns objects into text in .NET Interactive and in our own runner.</summary>
public class PlotFormatterTests
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
    public void Html_comes_first() => Assert.Equal("text/html", Assert.Single(Formatter.GetPreferredMimeTypesFor(typeof(Plot))));
}
