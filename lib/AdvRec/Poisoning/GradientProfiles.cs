using AdvRec.Data;
using AdvRec.Models;
using AdvRec.Numerics;
using AdvRec.Training;

namespace AdvRec.Poisoning;

/// <summary>
/// Profiles that follow a gradient through a surrogate model, after Fang, Gong and Liu, "Influence Function based Data Poisoning Attacks to Top-N Recommender
/// Systems", WWW 2020. Needs every interaction and the kind of the model, not its factors, seed or draws.
/// </summary>
/// <remarks>
/// Kept from the paper: fake users are added one at a time; a profile is relaxed to weights w; the attack raises a smoothed number of users on whose list the
/// target is, Σ_u σ((r_ut − s_u)/b) (their Wilcoxon–Mann–Whitney loss); derivatives of factors come from first-order stationary conditions (as in Li, Wang,
/// Singh and Vorobeychik, NIPS 2016); the items of largest weight become the fillers. Adapted to BPR with a fixed surrogate: <see cref="ProfileGradient"/>
/// has the equations. s_u is the K-th best score of u; the weights move by Frank and Wolfe's steps 2/(k + 2) in { 0 ≤ w ≤ 1, Σw = fillers }, from
/// a random profile; all users count, not only the influential ones, and no rating values are left to choose.
/// </remarks>
public sealed record GradientProfiles : ProfileAttack
{
    /// <inheritdoc/>
    public override string Name => "gradient";

    /// <summary>Epochs that the surrogate is trained; 0 or more.</summary>
    public int SurrogateEpochs { get; init => field = Valid.AtLeast(0, value); } = 20;

    /// <summary>Steps for each profile; at least 1.</summary>
    public int Steps { get; init => field = Valid.AtLeast(1, value); } = 5;

    /// <summary>Length K of the lists that the target shall be on; at least 1.</summary>
    public int TopK { get; init => field = Valid.AtLeast(1, value); } = 100;

    /// <summary>Width b of the smoothed hit, in units of the score; above 0.</summary>
    public float Width { get; init => field = Valid.Above0(value); } = 1f;

    /// <summary>Regularisation λ of both stationary conditions; above 0.</summary>
    public float Regularisation { get; init => field = Valid.Above0(value); } = 10f;

    /// <summary>The attacker's own model of the data: drawn and trained with a seed of its own, for the victim's is not known.</summary>
    internal MatrixFactorization Surrogate(LeaveOneOutDataset data, ulong seed, CancellationToken cancellation)
    {
        var own = new CounterRandom(seed, Purpose.FakeProfiles, step: 1).Bits(0);
        var trainer = new BprTrainer(data, MatrixFactorization.Create(data, own), new() { Seed = own, Threads = 1 });
        trainer.Train(SurrogateEpochs, cancellation: cancellation);
        return trainer.Model;
    }

    private protected override IEnumerable<IReadOnlyList<int>> Draw(
        LeaveOneOutDataset data, int target, int fillers, int count, ulong seed, CancellationToken cancellation)
    {
        var gradient = new ProfileGradient(Surrogate(data, seed, cancellation), data, target, fillers, this);
        var start = Enumerable.Range(0, data.ItemCount).Select(item => item == target ? 0.0 : 1).ToArray();
        for (var profile = 0; profile < count; profile++)
        {
            var weights = Indicator(FillerSampler.Draw(start, fillers, seed, profile), data.ItemCount);
            for (var step = 1; step <= Steps; step++)
            {
                cancellation.ThrowIfCancellationRequested();
                var best = Indicator(Largest(gradient.At(weights), target, fillers), data.ItemCount);
                var length = 2.0 / (step + 2);
                for (var item = 0; item < weights.Length; item++)
                    weights[item] += length * (best[item] - weights[item]);
            }

            var chosen = Largest(weights, target, fillers);
            gradient.Add(Indicator(chosen, data.ItemCount));
            yield return chosen;
        }
    }

    private static int[] Largest(double[] values, int target, int count) =>
        [.. Enumerable.Range(0, values.Length).Where(item => item != target).OrderByDescending(item => values[item]).ThenBy(item => item).Take(count)];

    private static double[] Indicator(int[] items, int itemCount)
    {
        var indicator = new double[itemCount];
        foreach (var item in items)
            indicator[item] = 1;
        return indicator;
    }
}
