using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Poisoning;
using AdvRec.Studies;
using AdvRec.Training;

namespace AdvRec.Tests.Poisoning;

public class PoisoningStudyTests
{
    private static readonly ProfileAttack[] Attacks = [new RandomProfiles { Fillers = 9 }, new BandwagonProfiles { Fillers = 9 }];
    private static readonly PoisoningOptions Options = new() { Seed = 4, Targets = 3, SeedsPerTarget = 2, Shares = [0.05, 0.2], Epochs = 2, FurtherEpochs = 1, TopK = 10 };
    private static readonly PoisoningStudy Study = PoisoningStudy.Run(Small.Data, Attacks, Options);

    [Fact]
    public void Every_target_and_seed_has_each_attack_in_each_size_and_a_model_without()
    {
        (string, double, int)[] models = [("", 0, 0), ("random", 0.05, 3), ("random", 0.2, 12), ("bandwagon", 0.05, 3), ("bandwagon", 0.2, 12)];
        var expected =
            from target in TargetItems.Draw(Small.Data, 3, 4)
            from seed in (ulong[])[4, 5]
            from model in models
            select (target, seed, model);
        Assert.Equal(expected, Study.Outcomes.Select(outcome => (outcome.Target, outcome.Seed, (outcome.Attack, outcome.Share, outcome.FakeUsers))));
    }

    [Theory, InlineData("plain"), InlineData("apr")]
    public void An_outcome_is_what_its_steps_give_by_themselves(string recipe)
    {
        var study = PoisoningStudy.Run(Small.Data, Attacks, Options with { Recipe = AdversarialRecipe.Named(recipe) });
        foreach (var outcome in study.Outcomes.Where((_, at) => at % 3 == 0))
        {
            var attack = Attacks.SingleOrDefault(attack => attack.Name == outcome.Attack);
            var poisoned = Small.Data.WithProfiles(attack?.Profiles(Small.Data, outcome.Target, outcome.FakeUsers, outcome.Seed) ?? []);
            var trainer = new BprTrainer(poisoned, MatrixFactorization.Create(poisoned, outcome.Seed), new() { Seed = outcome.Seed });
            trainer.Train(2);
            new AdversarialTrainer(trainer, new() { Recipe = AdversarialRecipe.Named(recipe) }).Train(1);

            Assert.Equal(TargetExposure.Of(trainer.Model, Small.Data, outcome.Target).Ranks, outcome.Exposure.Ranks);
            Assert.Equal(new LeaveOneOutEvaluator(Small.Data).Evaluate(new FirstUsers(trainer.Model, 60)).Positions, outcome.RealUsers.Positions);
            Assert.Equal(attack is null ? null : Detection.Of(Suspicion.NeighbourSimilarity(poisoned), 60), outcome.BySimilarity);
            Assert.Equal(attack is null ? null : Detection.Of(Suspicion.PopularityDeviation(poisoned), 60), outcome.ByPopularity);
        }
    }

    [Fact]
    public void All_questions_of_one_size_are_corrected_together()
    {
        var findings = Study.Findings(0.2);

        Finding[] alone = [Study.Promotes("random", 0.2), Study.Promotes("bandwagon", 0.2), Study.Beats("bandwagon", "random", 0.2)];
        Assert.Equal(alone, findings.Select(finding => finding with { CorrectedP = null }));
        Assert.All(findings, finding => Assert.InRange(finding.CorrectedP!.Value, 0, 1));
        Assert.True(findings.Max(finding => finding.CorrectedP) > 0);
        // Of three, the smallest is multiplied by 3; Interval and p-value of one question agree before that.
        var smallest = findings.MinBy(finding => finding.CorrectedP)!;
        Assert.True(smallest.CorrectedP >= 1 || smallest.Difference.ContainsZero == smallest.CorrectedP / 3 > 0.05);
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers() => Assert.Equal(
        Study.Outcomes.Select(outcome => outcome.Exposure.Ranks), PoisoningStudy.Run(Small.Data, Attacks, Options).Outcomes.Select(outcome => outcome.Exposure.Ranks));

    [Fact]
    public void Differences_are_within_a_target_and_seed_and_intervals_over_targets()
    {
        double Hits(int target, int seed, string attack, double share) => 100 * Study.Outcomes
            .Single(outcome => outcome.Target == TargetItems.Draw(Small.Data, 3, 4)[target] && outcome.Seed == (ulong)(4 + seed) && outcome.Attack == attack && outcome.Share == share)
            .Exposure.HitRate(10);
        Interval Over(Func<int, int, double> of) => Interval.Student([.. Enumerable.Range(0, 3).Select(target => (of(target, 0) + of(target, 1)) / 2)]);

        Assert.Equal(Over((target, seed) => Hits(target, seed, "random", 0.2) - Hits(target, seed, "", 0)), Study.Promotes("random", 0.2).Difference);
        Assert.Equal([0, 0.05, 0.2], Study.HitRates("bandwagon").Select(point => point.Share));
        Assert.Equal(Over((target, seed) => Hits(target, seed, "bandwagon", 0.05)), Study.HitRates("bandwagon")[1].Percent);
        Assert.Equal(Over((target, seed) => Hits(target, seed, "", 0)), Study.HitRates("random")[0].Percent);
        var beats = Study.Beats("bandwagon", "random", 0.2).Difference;
        Assert.Equal(Over((target, seed) => Hits(target, seed, "bandwagon", 0.2) - Hits(target, seed, "random", 0.2)).Mean, beats.Mean, 1e-9);
        Assert.Equal("target's HR@10", Study.Promotes("random", 0.2).Measure);
    }

    [Fact]
    public void A_defence_is_compared_with_the_control_target_by_target()
    {
        var defended = PoisoningStudy.Run(Small.Data, Attacks, Options with { Recipe = AdversarialRecipe.Apr, Shares = [0.2] });
        Assert.Equal(
            Study.Promotes("random", 0.2).Difference.Mean - defended.Promotes("random", 0.2).Difference.Mean,
            defended.GainsLessThanIn(Study, "random", 0.2).Difference.Mean, 1e-9);
        Assert.Throws<ArgumentException>(() => defended.GainsLessThanIn(PoisoningStudy.Run(Small.Data, Attacks, Options with { TopK = 5 }), "random", 0.2));
        Assert.Contains("no attack \"random\" with a share of 0.05", Assert.Throws<ArgumentException>(() => defended.Promotes("random", 0.05)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_is_told_and_a_cancelled_study_stops()
    {
        var done = new List<int>();
        PoisoningStudy.Run(Small.Data, [Attacks[0]], Options with { Targets = 2, Shares = [0.1] }, done.Add);
        Assert.Equal([1, 2, 3, 4], done);

        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => PoisoningStudy.Run(Small.Data, Attacks, Options with { Targets = 10 }, _ => stop.Cancel(), stop.Token));
    }

    [Fact]
    public void Targets_come_from_the_long_tail_and_none_twice()
    {
        var isTail = PopularityBias.LongTail(Small.Data.Popularity());
        var targets = TargetItems.Draw(Small.Data, 64, 4);
        Assert.All(targets, target => Assert.True(isTail[target]));
        Assert.Equal(64, targets.Distinct().Count());
        Assert.Equal(targets.Take(3), TargetItems.Draw(Small.Data, 3, 4));
        Assert.Contains("1 to 64", Assert.Throws<ArgumentOutOfRangeException>(() => TargetItems.Draw(Small.Data, 65, 4)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_outside_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Targets", () => new PoisoningOptions { Targets = 1 });
        Assert.Throws<ArgumentOutOfRangeException>("SeedsPerTarget", () => new PoisoningOptions { SeedsPerTarget = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("Shares", () => new PoisoningOptions { Shares = [0.1, 0.1] });
        Assert.Throws<ArgumentOutOfRangeException>("Shares", () => new PoisoningOptions { Shares = [double.NaN] });
        Assert.Throws<ArgumentException>("Shares", () => new PoisoningOptions { Shares = [] });
        Assert.Throws<ArgumentOutOfRangeException>("Epochs", () => new PoisoningOptions { Epochs = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("FurtherEpochs", () => new PoisoningOptions { FurtherEpochs = -1 });
        Assert.Throws<ArgumentNullException>("Recipe", () => new PoisoningOptions { Recipe = null! });
        Assert.Throws<ArgumentOutOfRangeException>("Epsilon", () => new PoisoningOptions { Epsilon = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("TopK", () => new PoisoningOptions { TopK = 0 });
        Assert.Throws<ArgumentException>(() => PoisoningStudy.Run(Small.Data, []));
        Assert.Throws<ArgumentException>(() => PoisoningStudy.Run(Small.Data, [new RandomProfiles(), new RandomProfiles()]));
    }
}
