using AdvRec.Evaluation;

namespace AdvRec.Poisoning;

/// <summary>One model of a <see cref="PoisoningStudy"/>, trained on poisoned data and measured on the real users alone.</summary>
/// <param name="Target">Item id that the fake users promote.</param>
/// <param name="Seed">Seed of the training and of the profiles.</param>
/// <param name="Attack">The attack's name; empty without an attack.</param>
/// <param name="Share">Fake users as a share of the real ones; 0 without an attack.</param>
/// <param name="FakeUsers">Number of fake users.</param>
/// <param name="Exposure">The target's ranks.</param>
/// <param name="RealUsers">The usual evaluation of the real users.</param>
/// <param name="BySimilarity">How well <see cref="Suspicion.NeighbourSimilarity"/> finds the fakes; null without an attack.</param>
/// <param name="ByPopularity">How well <see cref="Suspicion.PopularityDeviation"/> finds them; null without an attack.</param>
public sealed record PoisoningOutcome(
    int Target,
    ulong Seed,
    string Attack,
    double Share,
    int FakeUsers,
    TargetExposure Exposure,
    EvaluationResult RealUsers,
    Detection? BySimilarity,
    Detection? ByPopularity);
