using AdvRec.Cli.Reports.Html;

namespace AdvRec.Cli.Tests.Reports;

public sealed class HtmlFragmentTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("if (1 < 2 && \"<b>\") f();\n", 10_000));

    [Fact]
    public void A_long_script_stays_as_it_is_and_may_run()
    {
        var fragment = HtmlFragment.FromOutput($"<p>before<script>{Long}</script>");

        var scripts = new PageScripts();
        scripts.Add(fragment);
        Assert.Equal($"<p>before<script>{Long}</script></p>", string.Concat(scripts.Fill(fragment.Html)));
        Assert.Equal([HtmlFragment.Hash(Long)], fragment.ScriptHashes);
    }

    [Theory]
    [InlineData("<p title=\"<script>", "</script>\">text")]
    [InlineData("<!--<script>", "</script>")]
    [InlineData("<textarea><script>", "</script>")]
    [InlineData("<script>a('<script>", "</script>')</script>")]
    public void What_only_looks_like_a_long_script_is_data_as_ever(string before, string after)
    {
        var looksLong = HtmlFragment.FromOutput(before + Long + after);
        var looksShort = HtmlFragment.FromOutput(before + Long[..50] + after);

        Assert.Equal(looksShort.ScriptHashes.Count, looksLong.ScriptHashes.Count);
        Assert.DoesNotContain(HtmlFragment.Hash(Long), looksLong.ScriptHashes);
    }
}
