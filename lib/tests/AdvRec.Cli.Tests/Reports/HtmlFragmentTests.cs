using AdvRec.Cli.Reports.Html;
using AdvRec.Tests;

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
    [InlineData("<p>a<plaintext>b</p><i>", "<p>a</p>b&lt;/p&gt;&lt;i&gt;")]
    [InlineData("<svg><style>&lt;/style>&lt;meta http-equiv=refresh></style></svg>", "<svg><style>&lt;/style&gt;&lt;meta http-equiv=refresh&gt;</style></svg>")]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;meta http-equiv=refresh content=0>\">", "<math><mtext><mglyph><style></style></mglyph></mtext></math>")]
    [InlineData("<pre>\n\nx</pre><!-- c --><input><template><b>a</template>", "<pre>\n\nx</pre><input><template><b>a</b></template>")]
    [InlineData("<p>a<table><tr><td title='\"&'>b &nbsp;", "<p>a</p><table><tbody><tr><td title=\"&quot;&amp;\">b &nbsp;</td></tr></tbody></table>")]
    public void Markup_is_written_so_that_it_is_read_the_same_again(string html, string written)
    {
        Assert.Equal(written, HtmlFragment.FromOutput(html).Html);
        Assert.Equal(written, HtmlFragment.FromText(written).Html);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<ul><li>")]
    [InlineData("<p><b id=x>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<p>a<br>")]
    [InlineData("<meta>")]
    [InlineData("<a href=x>b</a>")]
    [InlineData("<script>1</script>")]
    public void Twice_the_markup_takes_no_more_than_twice_the_time(string tag) => Growth.IsLinear(40_000, count =>
        Assert.Contains("inside", HtmlFragment.FromOutput(string.Concat(Enumerable.Repeat(tag, count)) + "inside").Html, StringComparison.Ordinal));

    [Fact]
    public void Twice_the_attributes_take_no_more_than_twice_the_time() => Growth.IsLinear(15_000, count =>
        Assert.Contains("inside", HtmlFragment.FromOutput($"<p {string.Concat(Enumerable.Range(0, count).Select(index => $"a{index}=1 "))}>inside").Html, StringComparison.Ordinal));

    [Fact]
    public void Markup_that_is_nested_too_deeply_is_shown_as_it_was_written()
    {
        var fragment = HtmlFragment.FromOutput(string.Concat(Enumerable.Repeat("<div>", 600)) + "<script>1</script>");

        Assert.StartsWith("<p>This markup is nested too deeply to be laid out; here it is as it was written.</p><pre>&lt;div&gt;", fragment.Html, StringComparison.Ordinal);
        Assert.Empty(fragment.ScriptHashes);
    }

    [Theory]
    [InlineData(">")]
    [InlineData("[")]
    [InlineData("![a](")]
    [InlineData("[](")]
    [InlineData("[x](y.dib) ")]
    [InlineData("[a]: b\n")]
    [InlineData("- ")]
    [InlineData("# a\n\n")]
    [InlineData("<div>\n")]
    [InlineData("<p>a<br>")]
    [InlineData("`a` ")]
    [InlineData("https://example.org ")]
    public void Twice_the_text_takes_no_more_than_twice_the_time(string piece) => Growth.IsLinear(40_000, count =>
        Assert.Contains("inside", new MarkdownRenderer(".").Render(string.Concat(Enumerable.Repeat(piece, count)) + "inside"), StringComparison.Ordinal));

    [Fact]
    public void A_line_of_ten_megabytes_is_laid_out_or_shown_as_it_is()
    {
        Assert.Contains("inside", new MarkdownRenderer(".").Render(string.Concat(Enumerable.Repeat("word ", 2_000_000)) + "inside"), StringComparison.Ordinal);
        Assert.Contains("inside", HtmlFragment.FromOutput(new string('x', 10_000_000) + "inside").Html, StringComparison.Ordinal);
        Assert.StartsWith("<p>This text holds more than 20000 brackets and addresses", new MarkdownRenderer(".").Render(new string('[', 20_001)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_image_that_cannot_be_read_is_a_link_to_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no device that never ends.");
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.At("endless.png"), "/dev/zero");
        File.CreateSymbolicLink(folder.At("loop.png"), "loop.png");

        foreach (var name in (string[])["endless.png", "loop.png", "a%00b.png", "none.png"])
            Assert.Equal($"<p><img src=\"{name}\" alt=\"\"></p>\n", new MarkdownRenderer(folder.Path).Render($"![]({name})", null));
    }

    [Fact]
    public void What_is_no_image_among_the_attachments_stays_a_link()
    {
        var attachments = System.Text.Json.Nodes.JsonNode.Parse("""{"a.png":{"image/png":5},"b.png":"x","c.png":{"image/png":["QQ","=="]},"d.png":{"image/png":null}}""")!.AsObject();

        Assert.Equal(
            "<p><img src=\"attachment:a.png\" alt=\"\"><img src=\"attachment:b.png\" alt=\"\"><img src=\"data:image/png;base64,QQ==\" alt=\"\"><img src=\"attachment:d.png\" alt=\"\"></p>\n",
            new MarkdownRenderer(".").Render("![](attachment:a.png)![](attachment:b.png)![](attachment:c.png)![](attachment:d.png)", attachments));
    }
}
