using AdvRec.Attacks;
using AdvRec.Evaluation;
using AdvRec.Training;

namespace AdvRec.Studies;

/// <summary>The hands-on halfway, from where the defence and its controls go on.</summary>
/// <param name="Trainer">Trains on.</param>
/// <param name="Memory">Holds the attack's perturbation.</param>
/// <param name="Evaluator">Keeps its memory from one evaluation to the next.</param>
/// <param name="Trained">The trained model.</param>
/// <param name="Attacked">The trained model under attack.</param>
/// <param name="Epochs">Every epoch's result, in order.</param>
/// <param name="Times">Wall-clock times.</param>
internal sealed record AttackedModel(
    BprTrainer Trainer,
    AttackMemory Memory,
    LeaveOneOutEvaluator Evaluator,
    EvaluationResult Trained,
    EvaluationResult Attacked,
    IReadOnlyList<EpochResult> Epochs,
    HandsOnTimes Times);
