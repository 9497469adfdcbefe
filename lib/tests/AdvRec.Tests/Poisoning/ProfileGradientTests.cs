using AdvRec.Models;
using AdvRec.Poisoning;
using AdvRec.Training;

namespace AdvRec.Tests.Poisoning;

public class ProfileGradientTests
{
    private static readonly GradientProfiles Options = new() { Fillers = 9, SurrogateEpochs = 5, TopK = 5, Width = 0.3f, Regularisation = 2, Steps = 4 };

    [Theory, InlineData(7), InlineData(40), InlineData(61)]
    public void The_gradient_is_the_naive_one_before_and_after_a_fake_user_is_in(int target)
    {
        var surrogate = Options.Surrogate(Small.Data, seed: 3, default);
        var gradient = new ProfileGradient(surrogate, Small.Data, target, 9, Options);
        var naive = new NaiveGradient(surrogate, Small.Data, target, 9, Options);
        double[] weights = [.. Enumerable.Range(0, 80).Select(item => item == target ? 0 : item % 5 / 5.0)];

        Same(naive.At(weights), gradient.At(weights));
        naive.Add(weights);
        gradient.Add(weights);
        Same(naive.At(weights), gradient.At(weights));
    }

    [Fact]
    public void Profiles_are_the_naive_ones()
    {
        const int target = 7;
        var naive = new NaiveGradient(Options.Surrogate(Small.Data, seed: 3, default), Small.Data, target, 9, Options);
        var profiles = Options.Profiles(Small.Data, target, 3, seed: 3);
        double[] uniform = [.. Enumerable.Range(0, 80).Select(item => item == target ? 0.0 : 1)];

        for (var profile = 0; profile < 3; profile++)
        {
            var weights = Ones(NaivePoisoning.Draw(uniform, 9, 3, profile));
            for (var step = 1; step <= 4; step++)
            {
                var best = Ones(Top(naive.At(weights)));
                weights = [.. weights.Select((weight, item) => weight + 2.0 / (step + 2) * (best[item] - weight))];
            }

            naive.Add(Ones(Top(weights)));
            Assert.Equal(Top(weights).Append(target).Order(), profiles[profile].Items);
        }

        static double[] Ones(IEnumerable<int> items) => [.. Enumerable.Range(0, 80).Select(item => items.Contains(item) ? 1.0 : 0)];
        static List<int> Top(double[] values) => [.. values.Index().Where(entry => entry.Index != target).OrderByDescending(entry => entry.Item).ThenBy(entry => entry.Index).Take(9).Select(entry => entry.Index)];
    }

    [Fact]
    public void The_attacker_does_not_know_the_victims_seed()
    {
        var surrogate = Options.Surrogate(Small.Data, seed: 3, default);
        var victim = MatrixFactorization.Create(Small.Data, seed: 3);
        new BprTrainer(Small.Data, victim, new() { Seed = 3 }).Train(5);
        Assert.NotEqual(victim.Sha256(), surrogate.Sha256());
    }

    [Fact]
    public void Options_outside_their_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("SurrogateEpochs", () => new GradientProfiles { SurrogateEpochs = -1 });
        Assert.Throws<ArgumentOutOfRangeException>("Steps", () => new GradientProfiles { Steps = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("TopK", () => new GradientProfiles { TopK = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("Width", () => new GradientProfiles { Width = 0 });
        Assert.Throws<ArgumentOutOfRangeException>("Regularisation", () => new GradientProfiles { Regularisation = float.NaN });
    }

    private static void Same(double[] expected, double[] actual)
    {
        var largest = expected.Max(Math.Abs);
        Assert.True(largest > 0);
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-6 * largest));
    }
}
