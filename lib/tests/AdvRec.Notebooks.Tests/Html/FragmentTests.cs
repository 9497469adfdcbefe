using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using AdvRec.Notebooks.Html;

namespace AdvRec.Notebooks.Tests.Html;

public class FragmentTests
{
    public static TheoryData<string> HostileTexts => [.. Samples.HostileTexts];

    [Theory, MemberData(nameof(HostileTexts))]
    public void Texts_of_others_bring_no_element_of_theirs(string hostile)
    {
        Assert.Equal(Elements(Samples.TwoModels()), Elements(Samples.TwoModels(first: hostile, second: hostile, title: hostile)));
        Assert.Equal(Samples.EveryKind().Select(Elements), Samples.EveryKind(hostile, hostile).Select(Elements));
    }

    [Theory, MemberData(nameof(HostileTexts))]
    public void Json_within_the_script_has_nothing_that_html_or_old_javascript_reads(string hostile)
    {
        var json = "\"" + hostile.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

        var safe = DrawScript.SafeJson(json);

        Assert.DoesNotMatch("[<>&\u2028\u2029]", safe);
        Assert.Equal(hostile, JsonSerializer.Deserialize<string>(safe));
    }

    [Fact]
    public void The_first_fragment_alone_holds_plotly_js_in_an_element_of_its_own()
    {
        var session = new PlotSession();

        var first = Samples.TwoModels().ToHtml(session);
        var second = Charts.Loss(Samples.Epochs()).ToHtml(session);

        Assert.Contains(PackedScript.Mark, first, StringComparison.Ordinal);
        Assert.DoesNotContain("data-advrec", second, StringComparison.Ordinal);
        Assert.True(second.Length < 10_000, $"{second.Length} characters");
    }

    [Fact]
    public void A_culture_with_commas_changes_no_byte()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            var invariant = Both();
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
            Assert.Equal("0,5", $"{0.5}");

            Assert.Equal(invariant, Both());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Both()
    {
        var session = new PlotSession();
        var loss = Charts.Loss(Samples.Epochs());
        var drops = Samples.TwoModels();
        Plot[] all = [loss, drops, .. Samples.EveryKind()];
        return string.Join('\n', all.SelectMany(plot => new[] { plot.ToHtml(session), plot.ToString() }))
            + Tables.Of("t", ["a", "b"], [[1234, 0.5]]) + Exercise.CheckLongestRow(2.5);
    }

    private static string[] Elements(Plot plot)
    {
        var session = new PlotSession();
        session.Show("an earlier figure");
        return [.. Regex.Matches(plot.ToHtml(session), "</?[a-zA-Z!][a-z]*").Select(m => m.Value)];
    }
}
