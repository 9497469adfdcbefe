using AdvRec.Evaluation;

namespace AdvRec.Studies;

/// <summary>One seed of a <see cref="DefenceStudy"/>: the models it trained from one start, each under several draws of the attack.</summary>
/// <param name="Defence">The hands-on with its defence.</param>
/// <param name="Control">The same with as many plain epochs instead of the defence.</param>
/// <param name="Before">The trained model before its defence, under attack.</param>
/// <param name="Noise">The same under random noise of the attack's size.</param>
/// <param name="Defended">The defended model under attack.</param>
/// <param name="WithPlainEpochs">The control under attack.</param>
/// <param name="WithRowsAsLong">The control, multiplied until its rows are as long on average as the defended model's, under attack.</param>
/// <param name="WithLossTwice">The model after as many epochs of the adversarial loss with ε = 0, which counts the loss 1 + λ times, under attack.</param>
public sealed record DefenceOutcome(
    HandsOnResult Defence,
    HandsOnResult Control,
    AttackedEvaluation Before,
    AttackedEvaluation Noise,
    AttackedEvaluation Defended,
    AttackedEvaluation WithPlainEpochs,
    AttackedEvaluation WithRowsAsLong,
    AttackedEvaluation WithLossTwice);
