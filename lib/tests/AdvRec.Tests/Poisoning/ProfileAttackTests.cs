using AdvRec.Poisoning;

namespace AdvRec.Tests.Poisoning;

public class ProfileAttackTests
{
    private const int Target = 7;

    public static TheoryData<ProfileAttack> Attacks =>
    [
        new RandomProfiles { Fillers = 9 }, new AverageProfiles { Fillers = 9 }, new BandwagonProfiles { Fillers = 9 }, new GradientProfiles { Fillers = 9, SurrogateEpochs = 2, TopK = 5 },
    ];

    [Theory, MemberData(nameof(Attacks))]
    public void Every_profile_holds_the_target_and_as_many_fillers_as_asked_for(ProfileAttack attack) =>
        Assert.All(attack.Profiles(Small.Data, Target, 5, seed: 3), profile =>
        {
            Assert.Equal(10, profile.Items.Count);
            Assert.Contains(Target, profile.Items);
        });

    [Theory, MemberData(nameof(Attacks))]
    public void The_same_seed_gives_the_same_profiles_and_more_of_them_only_adds(ProfileAttack attack)
    {
        var three = attack.Profiles(Small.Data, Target, 3, seed: 3);
        Assert.Equal(Items(three), Items(attack.Profiles(Small.Data, Target, 5, seed: 3).Take(3)));
        Assert.NotEqual(Items(three), Items(attack.Profiles(Small.Data, Target, 3, seed: 4)));
        Assert.Empty(attack.Profiles(Small.Data, Target, 0, seed: 3));
    }

    [Theory, MemberData(nameof(Attacks))]
    public void Without_a_number_profiles_are_as_long_as_the_median_one(ProfileAttack attack)
    {
        var lengths = Enumerable.Range(0, 60).Select(user => Small.Data.TrainingItems(user).Length).Order().ToArray();
        Assert.Equal(lengths[30], (attack with { Fillers = null }).Profiles(Small.Data, Target, 1, seed: 3)[0].Items.Count);
    }

    [Theory, MemberData(nameof(Attacks))]
    public void What_cannot_be_drawn_is_refused(ProfileAttack attack)
    {
        Assert.Contains("Fillers to at most 78", Assert.Throws<ArgumentException>(() => (attack with { Fillers = 79 }).Profiles(Small.Data, Target, 1, 3)).Message, StringComparison.Ordinal);
        Assert.Equal(79, (attack with { Fillers = 78 }).Profiles(Small.Data, Target, 1, 3)[0].Items.Count);
        Assert.Contains("0..79", Assert.Throws<ArgumentOutOfRangeException>(() => attack.Profiles(Small.Data, 80, 1, 3)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => attack.Profiles(Small.Data, Target, -1, 3));
        Assert.Contains("Fillers", Assert.Throws<ArgumentOutOfRangeException>(() => attack with { Fillers = 0 }).Message, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Attacks))]
    public void A_cancelled_attack_stops(ProfileAttack attack) =>
        Assert.ThrowsAny<OperationCanceledException>(() => attack.Profiles(Small.Data, Target, 5, 3, new CancellationToken(canceled: true)));

    [Fact]
    public void Draws_are_the_naive_ones()
    {
        var popularity = Small.Data.Popularity();
        double[] uniform = [.. popularity.Select((_, item) => item == Target ? 0.0 : 1)], byPopularity = [.. popularity.Select((pairs, item) => item == Target ? 0 : pairs + 0.01)];
        var popular = popularity.Index().Where(entry => entry.Index != Target).OrderByDescending(entry => entry.Item).ThenBy(entry => entry.Index).Take(5).Select(entry => entry.Index).ToList();
        double[] unpopular = [.. uniform.Select((weight, item) => popular.Contains(item) ? 0 : weight)];

        for (var profile = 0; profile < 4; profile++)
        {
            Same([.. NaivePoisoning.Draw(uniform, 9, 3, profile), Target], new RandomProfiles { Fillers = 9 });
            Same([.. NaivePoisoning.Draw(byPopularity, 9, 3, profile), Target], new AverageProfiles { Fillers = 9 });
            Same([.. popular, .. NaivePoisoning.Draw(unpopular, 4, 3, profile), Target], new BandwagonProfiles { Fillers = 9 });

            void Same(IEnumerable<int> expected, ProfileAttack attack) => Assert.Equal(expected.Order(), attack.Profiles(Small.Data, Target, 4, seed: 3)[profile].Items);
        }
    }

    [Fact]
    public void Average_profiles_hold_an_item_as_often_as_its_popularity_asks_for()
    {
        // One filler each: item i is drawn with probability weight_i / Σ weights; 4,000 draws keep within five standard errors.
        var popularity = Small.Data.Popularity();
        var drawn = new AverageProfiles { Fillers = 1 }.Profiles(Small.Data, Target, 4000, seed: 3).SelectMany(profile => profile.Items).CountBy(item => item).ToDictionary();
        var all = popularity.Index().Where(entry => entry.Index != Target).Sum(entry => entry.Item + 0.01);
        for (var item = 0; item < 80; item++)
        {
            var probability = (popularity[item] + 0.01) / all;
            if (item != Target)
                Assert.Equal(probability, drawn.GetValueOrDefault(item) / 4000.0, 5 * Math.Sqrt(probability / 4000));
        }
    }

    [Theory, InlineData(0), InlineData(-0.1), InlineData(1.1), InlineData(double.NaN)]
    public void A_popular_share_outside_its_range_is_refused(double share) =>
        Assert.Contains("PopularShare", Assert.Throws<ArgumentOutOfRangeException>(() => new BandwagonProfiles { PopularShare = share }).Message, StringComparison.Ordinal);

    private static IEnumerable<IReadOnlyList<int>> Items(IEnumerable<FakeProfile> profiles) => profiles.Select(profile => profile.Items);
}
