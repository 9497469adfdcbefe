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

    [Theory]
    [InlineData("<p>a<meta http-equiv=refresh content='0;url=https://example.org'></p>", "<p>a</p>")]
    [InlineData("<META HTTP-EQUIV='refresh' CONTENT='0'><base href='https://example.org'><link rel=stylesheet href=x.css><b>a</b>", "<b>a</b>")]
    [InlineData("<html><head><meta charset=utf-8><base target=_top><title>t</title></head><body><i>a</i></body></html>", "<title>t</title><i>a</i>")]
    [InlineData("<iframe srcdoc='<meta http-equiv=refresh>'></iframe><object data=x></object><embed src=x><b>a</b>", "<b>a</b>")]
    [InlineData("<div><template shadowrootmode=open><meta http-equiv=refresh content=0><b>a</b></template></div>", "<div><template><b>a</b></template></div>")]
    [InlineData("<svg><desc><meta http-equiv=refresh content=0></desc></svg>", "<svg><desc></desc></svg>")]
    public void What_would_lead_away_from_the_page_is_left_out_of_text_and_outputs(string html, string left)
    {
        Assert.Equal(left, HtmlFragment.FromOutput(html).Html);
        Assert.Equal(left, HtmlFragment.FromText(html).Html);
    }

    // A browser that runs scripts takes what is in noscript for text, up to its end tag.
    [Fact]
    public void Markup_is_read_as_the_browser_reads_it() =>
        Assert.DoesNotContain("<meta", HtmlFragment.FromOutput("<noscript><p title=\"</noscript><meta http-equiv=refresh content=0>\"></p></noscript>").Html, StringComparison.Ordinal);

    [Theory]
    [InlineData("<div>", 30_000)]
    [InlineData("<b>", 30_000)]
    [InlineData("<p><b id=x>", 30_000)]
    [InlineData("<table><tr><td>", 10_000)]
    [InlineData("<svg>", 30_000)]
    [InlineData("<p>a<br>", 30_000)]
    public void Deeply_nested_markup_is_read_in_seconds(string tag, int count)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Assert.Contains("inside", HtmlFragment.FromOutput(string.Concat(Enumerable.Repeat(tag, count)) + "inside").Html, StringComparison.Ordinal);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData(">", 30_000)]
    [InlineData("[", 30_000)]
    [InlineData("*a **b ", 10_000)]
    [InlineData("- ", 30_000)]
    [InlineData("<div>\n", 30_000)]
    [InlineData("![[", 10_000)]
    public void Deeply_nested_text_is_laid_out_or_shown_as_it_is_in_seconds(string piece, int count)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var markdown = new MarkdownRenderer(".");

        Assert.Contains("inside", markdown.Render(string.Concat(Enumerable.Repeat(piece, count)) + "inside"), StringComparison.Ordinal);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(60));
    }
}
