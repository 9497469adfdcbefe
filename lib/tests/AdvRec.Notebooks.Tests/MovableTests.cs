using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AdvRec.Attacks;
using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Training;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AdvRec.Notebooks.Tests;

/// <summary>Figures that the reader moves, in a real browser.</summary>
public sealed class MovableTests(DrawnTests.Pages pages) : IClassFixture<DrawnTests.Pages>
{
    private static readonly LeaveOneOutDataset s_data = new("some", [.. Enumerable.Range(0, 200).Select(n => (n / 10, (n * 7 + n / 10) % 40)).Distinct()],
        [.. Enumerable.Range(0, 20).Select(user => 40 + user % 10)], [.. Enumerable.Range(0, 50).Select(i => new Item(i, $"{i}", $"Film {i}", []))], itemCount: 50);

    private static readonly float[] s_epsilons = [0, 0.5f, 2];

    public static TheoryData<string> Names => [.. All().Keys];

    [Fact]
    public async Task Every_rank_and_length_shows_the_library_s_numbers()
    {
        await using var page = await pages.OpenAsync("", [Explore.HeldOutItem(12).ToHtml()], 1200);

        foreach (var (position, length) in new[] { (0, 1), (0, 13), (4, 4), (4, 5), (11, 12), (12, 12), (12, 13) })
        {
            await SetAsync(page.Page, 0, position);
            await SetAsync(page.Page, 1, length - 1);

            var mean = new EvaluationResult([position], [12], length).Mean;
            Assert.Equal(
                [Text(mean.HitRatio), Text(mean.Ndcg), Text(mean.Auc)],
                await page.Page.Locator("svg").First.Locator("text[text-anchor=end]").AllTextContentsAsync());
            var rows = await page.Page.Locator("ol li:visible").AllTextContentsAsync();
            Assert.Equal(length, rows.Count);
            Assert.Equal(position < length ? position : -1, rows.ToList().FindIndex(row => row.StartsWith("held-out", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task Every_person_s_list_and_rank_are_the_perturbed_model_s()
    {
        var model = Trained(4);
        int[] people = [3, 7];
        await using var page = await pages.OpenAsync("", [Explore.Attack(model, s_data, people, s_epsilons, seed: 9, topK: 5).ToHtml()], 1200);

        for (var kind = 0; kind < 2; kind++)
        {
            for (var person = 0; person < people.Length; person++)
            {
                for (var size = 0; size < s_epsilons.Length; size++)
                {
                    await page.Page.Locator("select").Nth(0).SelectOptionAsync($"{kind}");
                    await page.Page.Locator("select").Nth(1).SelectOptionAsync($"{person}");
                    await SetAsync(page.Page, 0, size);

                    var moved = model + (kind == 0 ? new FastGradientAttack(s_epsilons[size]).Perturb(model, s_data, 9) : new RandomNoise(s_epsilons[size]).Perturb(model, 9));
                    var result = new LeaveOneOutEvaluator(s_data, 5).Evaluate(moved);
                    Assert.Equal(Recommendations.For(moved, s_data, people[person]).Select(entry => s_data.Title(entry.Item)), await page.Page.Locator("ol li:visible").AllTextContentsAsync());
                    var text = await page.Page.Locator("figure").InnerTextAsync();
                    Assert.Contains(FormattableString.Invariant($"rank {result.Positions[people[person]] + 1} of"), text, StringComparison.Ordinal);
                    Assert.Contains($"{result.Mean} over all users", text, StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public async Task Every_epoch_shows_the_loss_measure_rank_and_list_of_a_training_of_as_many_epochs()
    {
        int[] people = [3, 7];
        await using var page = await pages.OpenAsync("", [Explore.Training(s_data, people, epochs: 6, seed: 5, topK: 5).ToHtml()], 1200);

        foreach (var (person, epochs) in new[] { (0, 1), (0, 4), (1, 2), (1, 6) })
        {
            await page.Page.Locator("select").SelectOptionAsync($"{person}");
            await SetAsync(page.Page, 0, epochs - 1);

            var model = MatrixFactorization.Create(s_data, seed: 5, factors: 2);
            var loss = new BprTrainer(s_data, model, new BprOptions { Seed = 5 }).Train(epochs)[^1].Loss;
            var result = new LeaveOneOutEvaluator(s_data, 5).Evaluate(model);
            Assert.Equal(FormattableString.Invariant($"After epoch {epochs}: loss {loss:F4}, nDCG {result.Ndcg:F4}; user {people[person]}'s held-out item has rank {result.Positions[people[person]] + 1} of {result.CandidateCounts[people[person]] + 1}."),
                await SentenceAsync(page.Page));
            var rows = await page.Page.Locator("ol li:visible").AllTextContentsAsync();
            Assert.Equal(Recommendations.For(model, s_data, people[person]).Select(entry => s_data.Title(entry.Item)), rows.Select(row => row[row.IndexOf("Film", StringComparison.Ordinal)..]));
        }
    }

    [Fact]
    public async Task Every_scale_and_size_shows_what_the_rescaled_model_keeps_under_attack()
    {
        var model = Trained(4);
        await using var page = await pages.OpenAsync("", [Explore.Scale(model, s_data, seed: 9, topK: 5).ToHtml()], 1200);
        float[] scales = [0.25f, 0.5f, 1, 2, 4], epsilons = [0, 0.125f, 0.25f, 0.5f, 1, 2, 4];

        foreach (var (scale, size) in new[] { (0, 6), (1, 3), (2, 0), (2, 3), (4, 5) })
        {
            await SetAsync(page.Page, 0, scale);
            await SetAsync(page.Page, 1, size);

            var scaled = model.Rescale(scales[scale], scales[scale]);
            var evaluator = new LeaveOneOutEvaluator(s_data, 5);
            var (clean, attacked) = (evaluator.Evaluate(scaled).Mean, evaluator.Evaluate(scaled + new FastGradientAttack(epsilons[size]).Perturb(scaled, s_data, 9)).Mean);
            Assert.Equal(
                new[] { clean.HitRatio, attacked.HitRatio, clean.Ndcg, attacked.Ndcg, clean.Auc, attacked.Auc }.Select(Text),
                await page.Page.Locator("svg").First.Locator("text[text-anchor=end]").AllTextContentsAsync());
        }
    }

    [Fact]
    public async Task Every_measure_and_size_shows_what_each_model_keeps_under_its_own_attack()
    {
        (string Name, MatrixFactorization Model)[] models = [("one", Trained(4)), ("other", Trained(2))];
        await using var page = await pages.OpenAsync("", [Explore.Models(s_data, models, s_epsilons, seed: 9, topK: 5).ToHtml()], 1200);

        for (var measure = 0; measure < 3; measure++)
        {
            for (var size = 0; size < s_epsilons.Length; size++)
            {
                await page.Page.Locator("select").SelectOptionAsync($"{measure}");
                await SetAsync(page.Page, 0, size);

                var values = models.Select(model => new LeaveOneOutEvaluator(s_data, 5).Evaluate(model.Model + new FastGradientAttack(s_epsilons[size]).Perturb(model.Model, s_data, 9)).Mean[Measure.All[measure]]);
                Assert.Equal(values.Select(Text), await page.Page.Locator("svg").First.Locator("text[text-anchor=end]").AllTextContentsAsync());
            }
        }
    }

    [Fact]
    public async Task Every_direction_and_length_of_a_step_shows_the_films_by_the_moved_user_s_scores()
    {
        var model = Trained(2);
        await using var page = await pages.OpenAsync("", [Explore.Step(model, s_data, 3).ToHtml()], 1200);
        int[] films = [.. s_data.TrainingItems(3).ToArray().Take(4), .. Recommendations.For(model, s_data, 3, 8).Select(entry => entry.Item)];

        foreach (var (angle, size) in new[] { (0, 5), (9, 10), (30, 2), (71, 7) })
        {
            await SetAsync(page.Page, 0, angle);
            await SetAsync(page.Page, 1, size);

            var (y, x) = Math.SinCos(angle * 5 * Math.PI / 180);
            double Score(int item) => (model.UserFactors[3][0] + 0.2 * size * x) * model.ItemFactors[item][0] + (model.UserFactors[3][1] + 0.2 * size * y) * model.ItemFactors[item][1];
            var rows = await page.Page.Locator("ol li:visible").AllTextContentsAsync();
            Assert.Equal(films.OrderByDescending(Score).Select(s_data.Title), rows.Select(row => row[row.IndexOf("Film", StringComparison.Ordinal)..]));
        }
    }

    [Fact]
    public async Task The_gradient_s_direction_is_where_the_user_s_loss_is_highest()
    {
        await using var page = await pages.OpenAsync("", [Explore.Step(Trained(2), s_data, 3, mostEpsilon: 0.01).ToHtml()], 1200);
        await SetAsync(page.Page, 1, 10);

        var losses = new List<double>();
        for (var angle = 0; angle < 72; angle++)
        {
            await SetAsync(page.Page, 0, angle);
            losses.Add(Number(await SentenceAsync(page.Page), "loss "));
        }

        var worst = losses.IndexOf(losses.Max()) * 5;
        var gradient = Number(await SentenceAsync(page.Page), "gradient (");
        Assert.InRange(Math.Min(Math.Abs(worst - gradient), 360 - Math.Abs(worst - gradient)), 0, 10);
    }

    [Fact]
    public async Task Keys_and_a_click_move_the_slider_and_reset_brings_everything_back()
    {
        await using var page = await pages.OpenAsync("", [Explore.HeldOutItem().ToHtml()], 1200);
        var before = await page.Page.Locator("figure").InnerTextAsync();

        await page.Page.Keyboard.PressAsync("Tab");
        await page.Page.Keyboard.PressAsync("ArrowRight");
        Assert.StartsWith("Rank 6 ", await SentenceAsync(page.Page), StringComparison.Ordinal);
        Assert.Equal("6", await page.Page.Locator("input").First.GetAttributeAsync("aria-valuetext"));
        await page.Page.Keyboard.PressAsync("Home");
        Assert.StartsWith("Rank 1 ", await SentenceAsync(page.Page), StringComparison.Ordinal);

        var box = (await page.Page.Locator("input").First.BoundingBoxAsync())!;
        await page.Page.Mouse.MoveAsync(box.X + 5, box.Y + box.Height / 2);
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(box.X + box.Width - 2, box.Y + box.Height / 2, new() { Steps = 5 });
        await page.Page.Mouse.UpAsync();
        Assert.StartsWith("Rank 21 ", await SentenceAsync(page.Page), StringComparison.Ordinal);

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Reset" }).ClickAsync();
        Assert.Equal(before, await page.Page.Locator("figure").InnerTextAsync());
    }

    [Theory]
    [InlineData(ReducedMotion.NoPreference, true)]
    [InlineData(ReducedMotion.Reduce, false)]
    public async Task Rows_move_to_their_places_unless_the_reader_wants_no_motion(ReducedMotion preference, bool moves)
    {
        await using var page = await pages.OpenAsync("", [Explore.HeldOutItem().ToHtml()], 1200);
        await page.Page.EmulateMediaAsync(new() { ReducedMotion = preference });

        var moving = await page.Page.EvaluateAsync<int>("() => { const slider = document.querySelector('input'); slider.value = 8; slider.dispatchEvent(new Event('input')); return document.getAnimations().length; }");

        Assert.Equal(moves, moving > 0);
    }

    [Fact]
    public async Task Two_figures_and_a_copy_under_the_same_id_move_on_their_own()
    {
        var figure = Explore.HeldOutItem();
        var html = figure.ToHtml();
        await using var page = await pages.OpenAsync("", [html, figure.ToHtml(), html], 1200);

        await page.Page.Locator("figure").Nth(1).Locator("input").First.FillAsync("7");
        await page.Page.Locator("figure").Nth(2).Locator("input").First.FillAsync("9");

        await page.Page.Locator("figure").Nth(2).GetByLabel("length K").FillAsync("3");
        Assert.Contains("a list of 4:", await page.Page.Locator("figure").Nth(2).Locator("p[aria-live]").TextContentAsync() ?? "", StringComparison.Ordinal);
        Assert.Equal(["Rank 5", "Rank 8", "Rank 10"], (await page.Page.Locator("p[aria-live]").AllTextContentsAsync()).Select(text => text[..text.IndexOf(" among", StringComparison.Ordinal)]));
        Assert.Empty(page.Errors);
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Where_scripts_are_blocked_the_first_setting_and_small_pictures_of_others_show_and_no_dead_control(string name)
    {
        await using var page = await pages.OpenAsync("<meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\">", [All()[name]], 1200);

        Assert.Equal(0, await page.Page.Locator("input:visible, select:visible, button:visible").CountAsync());
        Assert.True(await page.Page.Locator("svg:visible").CountAsync() > 0);
        var states = await page.Page.Locator(".advrec-states > div > div").EvaluateAllAsync<string[]>("all => all.map(state => state.innerHTML)");
        Assert.True(states.Length >= 2);
        Assert.Equal(states.Length, states.Distinct().Count());
        Assert.Equal(states.Length, await page.Page.Locator(".advrec-states > div > div:has(svg:visible)").CountAsync());
        await page.Page.Locator("summary").ClickAsync();
        Assert.True(await page.Page.Locator("details tr:visible").CountAsync() > 5);
    }

    [Fact]
    public async Task On_paper_the_controls_give_way_to_small_pictures()
    {
        await using var page = await pages.OpenAsync("", [Explore.HeldOutItem().ToHtml()], 1200);
        Assert.False(await page.Page.Locator(".advrec-states").IsVisibleAsync());

        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });

        Assert.True(await page.Page.Locator(".advrec-states").IsVisibleAsync());
        Assert.False(await page.Page.Locator("input").First.IsVisibleAsync());
    }

    [Theory, MemberData(nameof(Names))]
    public async Task Its_only_script_runs_under_a_policy_that_names_its_hash(string name)
    {
        var html = All()[name];
        var start = html.IndexOf("<script>", StringComparison.Ordinal) + "<script>".Length;
        var script = html[start..html.IndexOf("</script>", start, StringComparison.Ordinal)].ReplaceLineEndings("\n");
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        await using var page = await pages.OpenAsync($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{hash}'\">", [html], 390);

        Assert.Equal(1, await page.Page.Locator("figure[data-live]").CountAsync());
        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page scrolls sideways.");
        Assert.All(await page.Page.Locator("input, select, button").EvaluateAllAsync<double[]>("all => all.map(c => c.getBoundingClientRect().height)"), height => Assert.True(height >= 44));
        Assert.Empty(page.Errors);
        Assert.Empty(page.Requests);
    }

    [Theory]
    [InlineData("background: #fff; color: #1c1e21; color-scheme: light")]
    [InlineData("background: #16181c; color: #e6e8eb; color-scheme: dark")]
    public async Task Axe_finds_no_violation_on_light_and_dark_pages(string style)
    {
        await using var page = await pages.OpenAsync($"<style>body {{ {style} }}</style>",
            ["<main><h1>Figures</h1>", .. All().Values, Predict.Number(null, 19, "%", "Why.").ToHtml(), Predict.Number(30, 19, "%", "Why.").ToHtml(), "</main>"], 400);
        await page.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");

        var result = await page.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });

        Assert.Empty(result.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(", ", v.Nodes.Select(n => n.Html[..Math.Min(200, n.Html.Length)]))}"));
    }

    [Fact]
    public async Task Titles_of_others_show_as_they_are_and_do_nothing()
    {
        var data = new LeaveOneOutDataset("films", [(0, 0), (0, 1), (1, 1), (1, 2)], [3, 4],
            [.. Enumerable.Range(0, 6).Select(i => new Item(i, $"{i}", Samples.HostileTexts[i % Samples.HostileTexts.Length], []))], itemCount: 6);
        await using var page = await pages.OpenAsync("<script>window.alert = function () { window.attacked = true; };</script>",
            [Explore.Training(data, [0, 1], epochs: 2).ToHtml(), Explore.Attack(MatrixFactorization.Create(data, 1), data, [0, 1], s_epsilons).ToHtml()], 390);

        Assert.Equal(2, await page.Page.Locator("figure[data-live]").CountAsync());
        Assert.Equal(0, await page.Page.Locator("figure img, figure b, figure a").CountAsync());
        Assert.False(await page.Page.EvaluateAsync<bool>("window.attacked === true"));
        Assert.Empty(page.Errors);
    }

    [Fact]
    public void The_same_figure_has_the_same_bytes_but_for_its_id()
    {
        static string WithoutId(string html) => System.Text.RegularExpressions.Regex.Replace(html, "advrec-move-([0-9a-f]+)-[0-9]+", "advrec-move-$1");

        Assert.Equal(All().Values.Select(WithoutId), All().Values.Select(WithoutId));
        Assert.NotEqual(Explore.HeldOutItem().ToHtml(), Explore.HeldOutItem().ToHtml());
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused_in_one_line()
    {
        Assert.Contains("factors: 2", Assert.Throws<ArgumentException>(() => Explore.Step(Trained(4), s_data, 0)).Message, StringComparison.Ordinal);
        Assert.Contains("0 to 19", Assert.Throws<ArgumentException>(() => Explore.Attack(Trained(2), s_data, [20])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Explore.Attack(Trained(2), s_data, [0], [1, 0.5f]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Explore.HeldOutItem(0));
    }

    private static Dictionary<string, string> All() => new()
    {
        ["held-out item"] = Explore.HeldOutItem().ToHtml(),
        ["attack"] = Explore.Attack(Trained(4), s_data, [3, 7], s_epsilons).ToHtml(),
        ["models"] = Explore.Models(s_data, [("one", Trained(4)), ("other", Trained(2))], s_epsilons).ToHtml(),
        ["step"] = Explore.Step(Trained(2), s_data, 3).ToHtml(),
        ["training"] = Explore.Training(s_data, [3, 7], epochs: 6).ToHtml(),
        ["scale"] = Explore.Scale(Trained(4), s_data).ToHtml(),
    };

    private static MatrixFactorization Trained(int factors)
    {
        var model = MatrixFactorization.Create(s_data, seed: 5, factors);
        new BprTrainer(s_data, model, new BprOptions { BatchSize = 16, Seed = 5 }).Train(10);
        return model;
    }

    private static string Text(double value) => value.ToString("F4", CultureInfo.InvariantCulture);

    private static double Number(string sentence, string after)
    {
        var rest = sentence[(sentence.IndexOf(after, StringComparison.Ordinal) + after.Length)..];
        return double.Parse(string.Concat(rest.TakeWhile(c => char.IsDigit(c) || c == '.')), CultureInfo.InvariantCulture);
    }

    private static Task SetAsync(IPage page, int slider, int index) => page.Locator("input").Nth(slider).FillAsync(index.ToString(CultureInfo.InvariantCulture));

    private static async Task<string> SentenceAsync(IPage page) => await page.Locator("p[aria-live]").First.TextContentAsync() ?? "";
}
