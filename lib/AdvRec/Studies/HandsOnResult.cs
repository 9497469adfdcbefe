using AdvRec.Evaluation;
using AdvRec.Models;
using AdvRec.Training;

namespace AdvRec.Studies;

/// <summary>What the hands-on measures, stage by stage.</summary>
/// <param name="Options">What was run.</param>
/// <param name="Trained">The trained model.</param>
/// <param name="Attacked">The trained model under attack.</param>
/// <param name="Defended">The model after the defence's epochs.</param>
/// <param name="DefendedAttacked">The defended model under an attack of its own.</param>
/// <param name="Epochs">Every epoch's result, in order.</param>
/// <param name="Model">The model after the last training step.</param>
/// <param name="Times">Wall-clock times.</param>
public sealed record HandsOnResult(
    HandsOnOptions Options,
    EvaluationResult Trained,
    EvaluationResult Attacked,
    EvaluationResult Defended,
    EvaluationResult DefendedAttacked,
    IReadOnlyList<EpochResult> Epochs,
    MatrixFactorization Model,
    HandsOnTimes Times);
