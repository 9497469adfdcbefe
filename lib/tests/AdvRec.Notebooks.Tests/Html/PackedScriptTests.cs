using System.Text.RegularExpressions;
using AdvRec.Notebooks.Html;

namespace AdvRec.Notebooks.Tests.Html;

public class PackedScriptTests
{
    [Fact]
    public void Is_less_than_half_of_plotly_js_and_the_same_every_time()
    {
        var script = new PlotScript().ToHtml();

        Assert.InRange(script.Length, 1_000_000, 1_800_000);
        Assert.Equal(script, new PlotScript().ToHtml());
    }

    [Fact]
    public void Can_neither_end_nor_reopen_its_element()
    {
        var script = PackedScript.Of(new MemoryStream("a='</script>';b='</SCRIPT>';c='<!--<script>'"u8.ToArray()));

        Assert.Equal(["<script", "</script"], Regex.Matches(script, "</?script|<!--", RegexOptions.IgnoreCase).Select(match => match.Value));
    }
}
