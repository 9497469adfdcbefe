using AdvRec.Data;
using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Training;

namespace AdvRec.Poisoning;

/// <summary>One target and one seed of a study: every attack in every size, each with a model trained from the beginning.</summary>
internal sealed class PoisoningRun(LeaveOneOutDataset data, int target, ulong seed, PoisoningOptions options, CancellationToken cancellation)
{
    private readonly LeaveOneOutEvaluator _evaluator = new(data, threads: options.Threads);

    public IReadOnlyList<PoisoningOutcome> All(IReadOnlyList<ProfileAttack> attacks)
    {
        var outcomes = new List<PoisoningOutcome> { Measure("", 0, []) };
        foreach (var attack in attacks)
        {
            // Each size holds the smaller ones' profiles: what differs is the size alone.
            var profiles = attack.Profiles(data, target, FakeUsers(options.Shares[^1]), seed, cancellation);
            outcomes.AddRange(options.Shares.Select(share => Measure(attack.Name, share, [.. profiles.Take(FakeUsers(share))])));
        }

        return outcomes;
    }

    private int FakeUsers(double share) => Math.Max(1, (int)Math.Round(share * data.UserCount));

    private PoisoningOutcome Measure(string attack, double share, FakeProfile[] profiles)
    {
        var poisoned = data.WithProfiles(profiles);
        var model = Train(poisoned);
        Detection? Detect(Func<LeaveOneOutDataset, double[]> suspicion) => profiles.Length == 0 ? null : Detection.Of(suspicion(poisoned), data.UserCount);
        return new(
            target, seed, attack, share, profiles.Length,
            TargetExposure.Of(model, data, target), _evaluator.Evaluate(new FirstUsers(model, data.UserCount)),
            Detect(users => Suspicion.NeighbourSimilarity(users)), Detect(Suspicion.PopularityDeviation));
    }

    private MatrixFactorization Train(LeaveOneOutDataset poisoned)
    {
        var trainer = new BprTrainer(poisoned, MatrixFactorization.Create(poisoned, seed), options.Training with { Seed = seed });
        trainer.Train(options.Epochs, cancellation: cancellation);
        new AdversarialTrainer(trainer, options.Defence).Train(options.FurtherEpochs, cancellation: cancellation);
        return trainer.Model;
    }
}
