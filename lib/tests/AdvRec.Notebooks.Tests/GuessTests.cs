using Microsoft.Playwright;

namespace AdvRec.Notebooks.Tests;

/// <summary>Guesses made on a page, in a real browser.</summary>
public sealed class GuessTests(DrawnTests.Pages pages) : IClassFixture<DrawnTests.Pages>
{
    [Fact]
    public async Task A_guess_on_the_page_is_committed_and_then_revealed()
    {
        await using var page = await pages.OpenAsync("", [Predict.Number(null, 18.96, "%", "The head is long.").ToHtml()], 390);
        Assert.DoesNotContain("19", await page.Page.Locator("[data-advrec-guess]").InnerTextAsync(), StringComparison.Ordinal);

        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("51 %", await page.Page.Locator("output").TextContentAsync());
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "This is my guess" }).ClickAsync();

        Assert.Equal("You said 51 %, it is 19 %.", await page.Page.Locator("[role=status]").TextContentAsync());
        Assert.Contains("The head is long.", await page.Page.Locator("[data-advrec-guess]").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.Page.Locator("input").IsDisabledAsync());
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task A_choice_has_to_be_made_before_it_is_committed()
    {
        var html = Predict.Choice(null, "AUC", "Why.", "HR", "nDCG", "AUC").ToHtml();
        await using var page = await pages.OpenAsync("", [html, html], 390);
        var second = page.Page.Locator("[data-advrec-guess]").Nth(1);
        Assert.True(await second.Locator("button").IsDisabledAsync());

        await second.GetByLabel("your guess").SelectOptionAsync("AUC");
        await second.Locator("button").ClickAsync();

        Assert.Equal("You said AUC, and so it is.", await second.Locator("[role=status]").TextContentAsync());
        Assert.False(await page.Page.Locator("[data-advrec-guess]").First.Locator("details").EvaluateAsync<bool>("folded => folded.open"));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public async Task Without_scripts_the_answer_can_be_unfolded_and_nothing_is_there_that_does_nothing()
    {
        await using var page = await pages.OpenAsync("<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\">", [Predict.Number(null, 19, "%", "Why.").ToHtml()], 390);
        Assert.Equal(0, await page.Page.Locator("input:visible, button:visible").CountAsync());

        await page.Page.Locator("summary").ClickAsync();

        Assert.Contains("It is 19 %. Why.", await page.Page.Locator("details").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_paper_there_is_the_question_and_neither_control_nor_answer()
    {
        await using var page = await pages.OpenAsync("", [Predict.Number(null, 19, "%", "Why.").ToHtml()], 1200);

        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.Equal(0, await page.Page.Locator("input:visible, button:visible").CountAsync());
        Assert.DoesNotContain("19", await page.Page.Locator("[data-advrec-guess]").InnerTextAsync(), StringComparison.Ordinal);
    }
}
