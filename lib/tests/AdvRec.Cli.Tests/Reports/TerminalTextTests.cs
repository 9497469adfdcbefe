using AdvRec.Cli.Reports.Html;
using AdvRec.Tests;

namespace AdvRec.Cli.Tests.Reports;

public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("a < b\n", "a &lt; b\n")]
    [InlineData("10 %\r50 %\rdone\n", "done\n")]
    [InlineData("10 %\r100 %\nnext", "100 %\nnext")]
    [InlineData("longer\rab", "abnger")]
    [InlineData("longer\r\u001b[Kab", "ab")]
    [InlineData("line\r\n", "line\n")]
    [InlineData("|\b/\b-", "-")]
    [InlineData("\b\bx", "x")]
    [InlineData("\u001b[31mred\u001b[0m plain", "<span class=\"ansi-red\">red</span> plain")]
    [InlineData("\u001b[1;92m<ok>\u001b[m", "<span class=\"ansi-green ansi-bold\">&lt;ok&gt;</span>")]
    [InlineData("\u001b[31mtwo\nlines", "<span class=\"ansi-red\">two</span>\n<span class=\"ansi-red\">lines</span>")]
    [InlineData("\u001b[38;5;31mmany\u001b[2J\u001b]0;title\u0007 end\u001b", "many end")]
    public void Text_is_shown_as_a_terminal_shows_it(string text, string markup) => Assert.Equal(markup, TerminalText.Render(text));

    [Theory]
    [InlineData("\u001b[31mabc\u001b[0m\r\n")]
    [InlineData("abc\r\u001b[K")]
    [InlineData("\u001b]")]
    [InlineData("a\b")]
    public void Twice_the_text_takes_no_more_than_twice_the_time(string piece) =>
        Growth.IsLinear(100_000, count => Assert.NotNull(TerminalText.Render(string.Concat(Enumerable.Repeat(piece, count)))));
}
