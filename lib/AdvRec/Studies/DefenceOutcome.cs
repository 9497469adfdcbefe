using AdvRec.Evaluation;

namespace AdvRec.Studies;

/// <summary>One seed of a <see cref="DefenceStudy"/>.</summary>
/// <param name="Defence">The hands-on with its defence.</param>
/// <param name="Control">The same with as many plain epochs instead of the defence.</param>
/// <param name="Noise">The trained model with random noise of the attack's size.</param>
/// <param name="RescaledControlAttacked">The control, multiplied until its rows are as long on average as the defended model's, under attack.</param>
public sealed record DefenceOutcome(HandsOnResult Defence, HandsOnResult Control, EvaluationResult Noise, EvaluationResult RescaledControlAttacked);
