using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace AdvRec.Cli.Tests.Reports;

public sealed class NotebookPageTests(SampleCourse course)
{
    [Fact]
    public void The_title_is_the_first_heading_or_the_name_of_the_file()
    {
        Assert.Equal("Ranking & friends", Page().Title);
        Assert.Equal("02-second", Page("02-second.html").Title);
        Assert.Equal("02-second", Assert.Single(Page("02-second.html").QuerySelectorAll("h1")).TextContent);
    }

    [Fact]
    public void The_contents_lead_to_every_heading()
    {
        var page = Page();
        var links = page.QuerySelectorAll(".contents a").ToList();

        Assert.Equal(["A table", "A table", "Below it"], links.Select(link => link.TextContent));
        Assert.Equal(["A table", "A table", "Below it"], links.Select(link => page.QuerySelector(link.GetAttribute("href")!)!.TextContent));
    }

    [Fact]
    public void Ids_are_unique()
    {
        var ids = Page().QuerySelectorAll("[id]").Select(element => element.Id).ToList();

        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public void Code_is_coloured_by_the_compilers_classifier()
    {
        var code = Page().QuerySelector("#cell-2 code")!;

        Assert.Equal("// The first five squares.", code.QuerySelector(".c")!.TextContent);
        Assert.Contains("var", code.QuerySelectorAll(".k").Select(span => span.TextContent));
        Assert.Contains("Enumerable", code.QuerySelectorAll(".t").Select(span => span.TextContent));
        Assert.Contains("Range", code.QuerySelectorAll(".m").Select(span => span.TextContent));
        Assert.StartsWith("// The first five squares.\nvar squares = Enumerable.Range(1, 5).Select(i => new { Number = i", code.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_setup_cell_and_the_code_that_reveals_an_answer_are_folded_the_others_are_not() =>
        Assert.Equal(["cell-1", "cell-10"], Page().QuerySelectorAll("details.code:not([open])").Select(details => details.ParentElement!.Id));

    [Fact]
    public void Outputs_follow_their_code_in_order()
    {
        var outputs = Page().QuerySelector("#cell-2 .outputs")!.Children;

        Assert.Equal("5 squares, .txt\n", outputs[0].TextContent);
        Assert.Contains("dni-treeview", outputs[1].InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void An_updated_value_shows_its_update() => Assert.Contains("updated", Page().QuerySelectorAll("#cell-6 .output").Select(output => output.TextContent.Trim()));

    [Fact]
    public void Errors_are_text_in_place_with_a_summary_on_top()
    {
        var page = Page("02-second.html");

        Assert.Equal(["#cell-1", "#cell-2"], page.QuerySelectorAll(".failures a").Select(link => link.GetAttribute("href")));
        Assert.Equal("System.ArgumentException: odd <b>number</b>\n   at Half(Int32 n) in cell 1, line 1\n   at cell 1, line 2", page.QuerySelector("#cell-1 .error pre")!.TextContent);
        Assert.Equal("still running", page.QuerySelector("#cell-3 .outputs")!.TextContent.Trim());
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        var output = Page().QuerySelector("#cell-4 .outputs")!;

        Assert.StartsWith("</script><img src=x onerror='window.attacked = true'> @name \u202E" + new string('x', 10_000), output.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Empty(output.QuerySelectorAll("img, script"));
    }

    [Fact]
    public void Markup_that_is_never_closed_ends_with_its_cell()
    {
        var page = Page();

        Assert.All(page.QuerySelectorAll("section.cell"), section => Assert.Equal("MAIN", section.ParentElement!.TagName));
        Assert.Equal("FOOTER", page.Body!.QuerySelector("body > footer")!.TagName);
    }

    [Fact]
    public void Text_may_hold_markup_but_no_script()
    {
        var text = Page().QuerySelector(".text")!;

        Assert.Equal("ui", text.QuerySelector("sub")!.TextContent);
        Assert.NotNull(text.QuerySelector("b"));
        Assert.Empty(text.QuerySelectorAll("script"));
    }

    [Fact]
    public void Links_to_notebooks_lead_to_their_pages_and_images_are_part_of_the_page()
    {
        Assert.Equal("02-second.html#errors", Page().QuerySelector(".text a")!.GetAttribute("href"));
        Assert.StartsWith("data:image/png;base64,", Page().QuerySelector(".text img")!.GetAttribute("src"), StringComparison.Ordinal);
    }

    [Fact]
    public void Links_that_lead_nowhere_from_the_page_are_text()
    {
        var text = Page().QuerySelectorAll(".text").Single(cell => cell.TextContent.Contains("third", StringComparison.Ordinal));

        Assert.Equal(["https://example.org/"], text.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Contains("the third notebook and the file beside it", text.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_its_own_that_is_indented_is_set_apart() =>
        Assert.Equal(["Δ = ε g / ‖g‖"], Page().QuerySelectorAll(".formula").Select(formula => formula.TextContent));

    [Fact]
    public void What_the_cells_after_an_unanswered_prediction_show_is_folded_up_to_the_next_text() =>
        Assert.Equal([true, false], Page().QuerySelectorAll("section.cell").Where(cell => cell.TextContent.Contains("gives away", StringComparison.Ordinal))
            .Select(cell => cell.QuerySelector("details.after-guess:not([open]) .outputs") is not null));

    [Fact]
    public void The_policy_allows_nothing_from_the_network_and_no_script_that_is_not_known()
    {
        var policy = Page().QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!;

        Assert.StartsWith("default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy[policy.IndexOf("script-src", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public void The_footer_says_how_to_make_the_page_again()
    {
        var footer = Page().QuerySelector("footer")!.TextContent;

        Assert.Contains("advrec report 01-first.dib", footer, StringComparison.Ordinal);
        Assert.Contains(".NET 10", footer, StringComparison.Ordinal);
    }

    [Fact]
    public void The_index_lists_the_pages_with_title_paragraph_and_state()
    {
        var entries = Page("index.html").QuerySelectorAll(".entry").ToList();

        Assert.Equal(["01-first.html", "02-second.html"], entries.Select(entry => entry.QuerySelector("h2 a")!.GetAttribute("href")));
        Assert.Equal("What a ranking is, in one paragraph: xui = pu·qi.", entries[0].QuerySelector("p")!.TextContent);
        Assert.NotNull(entries[0].QuerySelector("p sub"));
        Assert.Equal(["What a ranking is, in one paragraph: xui = pu·qi.", "Afterwards you can", "Time: 5 minutes."], entries[0].QuerySelectorAll("p:not(.facts)").Select(text => text.TextContent));
        Assert.Equal("rank;", entries[0].QuerySelector("li")!.TextContent);
        Assert.Contains("ran without errors", entries[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("a cell failed", entries[1].TextContent, StringComparison.Ordinal);
    }

    private IDocument Page(string name = "01-first.html") => new HtmlParser().ParseDocument(course.Page(name));
}
