using AdvRec.Attacks;
using AdvRec.Training;

namespace AdvRec.Studies;

/// <summary>What a run of the hands-on does. The defaults are the original's.</summary>
public sealed record HandsOnOptions : ExperimentOptions
{
    /// <summary>The original's values.</summary>
    public HandsOnOptions()
        : base(AdversarialRecipe.HandsOn)
    {
    }

    /// <summary>The attack that is tried on the trained and on the defended model, with the budget <see cref="ExperimentOptions.Epsilon"/> instead of its own; the fast gradient attack if null.</summary>
    public IAttack? Attack { get; init; }

    /// <summary>Plain BPR epochs before the first attack; 0 or more.</summary>
    public int Epochs { get; init => field = Valid.AtLeast(0, value); } = 5;

    /// <summary>Epochs of the defence; 0 or more.</summary>
    public int AdversarialEpochs { get; init => field = Valid.AtLeast(0, value); } = 1;

    /// <summary>Whether epochs leave out the last batch if it is not full; null for as the recipe does: the original's drops it, the others do not.</summary>
    public bool? DropPartialBatch { get; init; }

    internal bool DropsPartialBatch => DropPartialBatch ?? Recipe.DropsPartialBatch;

    /// <summary>The attack with a budget.</summary>
    internal IAttack AttackWith(float epsilon) => Attack?.WithEpsilon(epsilon) ?? new FastGradientAttack(epsilon, Threads);
}
