using System.Globalization;
using System.Text.RegularExpressions;
using AdvRec.Data;

namespace AdvRec.Cli.Tests.Course;

/// <summary>What the course's prose builds on, as statements over seeds and users that hold on either data set. The notebooks compute them; here they are held to it.</summary>
public sealed class CourseClaimTests(CourseReports reports)
{
    [Theory, InlineData("movielens-small"), InlineData("movielens-500")]
    public async Task Few_items_hold_most_ratings_and_popularity_beats_guessing(string dataset)
    {
        var text = (await reports.OnAsync(dataset)).Text("01-ratings");

        Assert.InRange(Number(text, @"most popular fifth of the items holds (\d+) %"), 50, 100);
        Assert.Contains("By AUC, popularity is better than guessing", text, StringComparison.Ordinal);
    }

    [Theory, InlineData("movielens-small"), InlineData("movielens-500")]
    public async Task Training_beats_popularity_and_five_epochs_are_not_the_end(string dataset)
    {
        var text = (await reports.OnAsync(dataset)).Text("02-bpr");

        Assert.Contains("After 5 epochs BPR ranks better than popularity (AUC): yes", text, StringComparison.Ordinal);
        Assert.Contains("It still rises between epochs 20 and 40 (nDCG@100): yes", text, StringComparison.Ordinal);
        Assert.True(Number(text, @"largest difference between the two: (\S+);") < 1e-6);
        Assert.Contains("So the first thing that this model knows of an item is how popular it is.", text, StringComparison.Ordinal);
    }

    [Theory, InlineData("movielens-small"), InlineData("movielens-500")]
    public async Task The_attack_costs_more_than_noise_at_every_budget_of_a_quarter_or_more(string dataset)
    {
        var text = (await reports.OnAsync(dataset)).Text("03-attack");

        foreach (var epsilon in (string[])["0.25", "0.5", "1", "2"])
            Assert.EndsWith("more? yes", Line(text, $"ε = {epsilon}: attack"), StringComparison.Ordinal);
        Assert.Contains("0 of 1000 random directions raise the loss as much.", text, StringComparison.Ordinal);
    }

    [Theory, InlineData("movielens-small"), InlineData("movielens-500")]
    public async Task User_by_user_the_attack_takes_something_and_more_than_noise_does(string dataset)
    {
        var text = (await reports.OnAsync(dataset)).Text("03-attack");

        foreach (var measure in (string[])["nDCG@100", "AUC"])
        {
            Assert.StartsWith("yes, +", After(text, $"The attack takes something from users ({measure}): "), StringComparison.Ordinal);
            Assert.StartsWith("yes, +", After(text, $"The attack takes more than noise ({measure}): "), StringComparison.Ordinal);
        }
    }

    [Theory, InlineData("movielens-small"), InlineData("movielens-500")]
    public async Task The_gradient_is_the_worst_direction_for_a_small_step_only(string dataset)
    {
        var text = (await reports.OnAsync(dataset)).Text("03-attack");

        Assert.Matches(@"noise costs more, on average, at these: \d", text);
        Assert.InRange(Number(text, @"After noise, (\S+) of"), Number(text, @"After the attack, (\S+) of") + 1, 10);
    }

    [Theory, InlineData("movielens-small"), InlineData("movielens-500")]
    public async Task Every_question_about_the_defence_is_answered_by_every_measure(string dataset)
    {
        var text = (await reports.OnAsync(dataset)).Text("04-defence");

        Assert.Contains("Corrected: the attack does more than noise: HR@100 yes, nDCG@100 yes, AUC yes", text, StringComparison.Ordinal);
        foreach (var recipe in (string[])["Corrected", "Apr"])
            Assert.Equal(7, Regex.Count(text, $"^{recipe}: .*: +HR@100 (yes|within noise|the opposite), nDCG@100 (yes|within noise|the opposite), AUC (yes|within noise|the opposite)$", RegexOptions.Multiline));
    }

    [Theory, InlineData("movielens-small"), InlineData("movielens-500")]
    public async Task More_accurate_than_with_a_plain_epoch_is_mostly_the_loss_counted_twice(string dataset)
    {
        var text = (await reports.OnAsync(dataset)).Text("04-defence");

        Assert.StartsWith("yes, +", After(text, "Corrected. The ranking is better than with plain epochs instead (AUC): "), StringComparison.Ordinal);
        var plain = Number(text, @"^Corrected\. The ranking is better than with plain epochs instead \(AUC\): yes, \+(\S+)");
        var fair = Number(text, @"^Corrected\. The ranking is better than with the loss counted twice \(ε = 0\) \(AUC\): .*, [+−]?(\S+) \[");
        Assert.True(fair < plain / 3, FormattableString.Invariant($"+{plain} against plain epochs, {fair} against the loss counted twice"));
    }

    [Theory, InlineData("movielens-small"), InlineData("movielens-500")]
    public async Task An_attack_transfers_within_a_lineage_and_not_across_seeds(string dataset)
    {
        var text = (await reports.OnAsync(dataset)).Text("04-defence");

        foreach (var descendant in (string[])["plain", "Apr"])
        {
            var (harm, own) = Transfer(text, descendant);
            Assert.InRange(harm / own, 0.7, 1.3);
        }

        var stranger = Transfer(text, "another seed");
        Assert.True(stranger.Harm < stranger.Own / 4);
    }

    [Theory, InlineData("movielens-small"), InlineData("movielens-500")]
    public async Task Rescaling_changes_no_ranking_but_what_an_attack_costs(string dataset)
    {
        var text = (await reports.OnAsync(dataset)).Text("05-what-epsilon-means");

        Assert.Contains("held-out items whose rank differs: 0 of", text, StringComparison.Ordinal);
        var plain = Number(text, @"^model +AUC .*−(\S+)%$");
        var doubled = Number(text, @"^model × 2 +AUC .*−(\S+)%$");
        Assert.True(doubled < plain, FormattableString.Invariant($"the model loses {plain} %, the doubled one {doubled} %"));
    }

    [Fact]
    public async Task On_the_courses_data_long_training_takes_a_third_or_more_off_every_controls_drop()
    {
        var text = (await reports.OnAsync(Datasets.Shipped)).Text("06-beyond");

        // A row of the table of chosen epochs: nDCG, then its drop, each a mean with its interval.
        double Drop(string model) => Number(text, $@"^{model} +\S+ \[\S+ \S+\] +(\S+) \[\S+ \S+\]");
        Assert.All(["plain", "L2", "ε = 0", "random direction"], control => Assert.True(
            Drop("adversarial") < Drop(control) * 2 / 3, FormattableString.Invariant($"{Drop("adversarial")} against {Drop(control)} of {control}")));
    }

    [Theory, InlineData("movielens-small"), InlineData("movielens-500")]
    public async Task The_box_is_a_larger_budget_and_the_defence_shows_with_training_at_the_price_of_the_long_tail(string dataset)
    {
        var text = (await reports.OnAsync(dataset)).Text("06-beyond");

        Assert.Matches(@"BIM in the box costs more than one fast gradient step +nDCG@100 +yes", text);
        Assert.True(Number(text, @"item rows move (\S+) times as far as in one step") > 1.5);
        foreach (var attack in (string[])["one step", "BIM", "PGD"])
        {
            // A row of the table: the plain models, those with rows as long, the defended ones.
            var drops = Line(text, $"{attack,-8} ").Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeLast(3).Select(drop => double.Parse(drop, CultureInfo.InvariantCulture)).ToList();
            Assert.True(drops[2] < 0.75 * drops.Take(2).Min(), $"{attack}: {string.Join(", ", drops)}");
        }

        Assert.Contains("nDCG@100 yes", After(text, "BIM costs less than with plain epochs and rows as long? "), StringComparison.Ordinal);
        foreach (var claim in (string[])["Recommended items are more popular after the defence", "The long tail gets less of the lists", "Fewer items are recommended to anybody"])
            Assert.Contains($"{claim} (top 10): yes", text, StringComparison.Ordinal);
    }

    [Theory, InlineData("movielens-small"), InlineData("movielens-500")]
    public async Task Fake_profiles_raise_their_target_and_no_single_detector_finds_them_all(string dataset)
    {
        var text = (await reports.OnAsync(dataset)).Text("07-poisoning");

        Assert.True(Number(text, @"^with: .* median rank (\d+)$") < Number(text, @"^without: .* median rank (\d+)$"));
        Assert.Equal(7, Regex.Count(text, @"^The (\w+) attack (puts the target on more lists|promotes more than the \w+ one) \(target's HR@100\): (yes|within noise|the opposite), ", RegexOptions.Multiline));
        // Similarity misses the random profiles, which popularity finds; popularity misses those that are made of what is popular.
        double Similarity(string attack) => Number(text, $@"^{attack} +(\d\.\d\d) \[\S+ \S+\] +\d\.\d\d \[\S+ \S+\]$");
        double Popularity(string attack) => Number(text, $@"^{attack} +\d\.\d\d \[\S+ \S+\] +(\d\.\d\d) \[\S+ \S+\]$");
        Assert.True(Similarity("random") < 0.5);
        Assert.True(Popularity("random") > 0.8);
        Assert.True(Popularity("average") < 0.5);
        Assert.True(Similarity("bandwagon") > Popularity("bandwagon"));
    }

    private static (double Harm, double Own) Transfer(string text, string target)
    {
        var line = $@"^What was computed for the model before harms: {target} \(nDCG@100\): .*";
        return (Number(text, line + @", \+?(\S+) points"), Number(text, line + @"its own attack takes (\S+)"));
    }

    private static string Line(string text, string start) =>
        text.Split('\n').FirstOrDefault(line => line.StartsWith(start, StringComparison.Ordinal)) ?? throw new InvalidDataException($"No line starts with '{start}' in: {text}");

    private static string After(string text, string start) => Line(text, start)[start.Length..];

    private static double Number(string text, string pattern)
    {
        var match = Regex.Match(text, pattern, RegexOptions.Multiline);
        Assert.True(match.Success, $"'{pattern}' is not in: {text}");
        return double.Parse(match.Groups[1].Value.Replace('−', '-'), CultureInfo.InvariantCulture);
    }
}
