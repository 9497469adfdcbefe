using System.Runtime.CompilerServices;
using AdvRec.Studies;
using AdvRec.Training;

namespace AdvRec.Poisoning;

/// <summary>What a <see cref="PoisoningStudy"/> runs. The seed is that of the targets' draw, and the first of the trainings' seeds; the list is the one that the target is to be on.</summary>
public sealed record PoisoningOptions : ExperimentOptions
{
    /// <summary>Without a defence.</summary>
    public PoisoningOptions()
        : base(AdversarialRecipe.Plain)
    {
    }

    /// <summary>Target items; at least 2, since one says nothing about spread.</summary>
    public int Targets { get; init => field = Valid.AtLeast(2, value); } = 8;

    /// <summary>Seeds for each target, counted up from the first; at least 1.</summary>
    public int SeedsPerTarget { get; init => field = Valid.AtLeast(1, value); } = 1;

    /// <summary>Sizes of the attack: fake users as shares of the real ones, each above 0 and at most 1, ascending. Without an attack is always run, too.</summary>
    public IReadOnlyList<double> Shares { get; init => field = ValidShares(value); } = [0.01, 0.03, 0.05];

    /// <summary>Plain BPR epochs on the poisoned data; 0 or more.</summary>
    public int Epochs { get; init => field = Valid.AtLeast(0, value); } = 10;

    /// <summary>Epochs after those, trained by the recipe: plain, or adversarial as a defence; 0 or more.</summary>
    public int FurtherEpochs { get; init => field = Valid.AtLeast(0, value); } = 10;

    private static IReadOnlyList<double> ValidShares(IReadOnlyList<double> shares, [CallerMemberName] string option = "")
    {
        ArgumentNullException.ThrowIfNull(shares, option);
        var before = 0.0;
        foreach (var share in shares)
        {
            if (!(share > before && share <= 1))
                throw new ArgumentOutOfRangeException(option, share, $"{option} must be numbers above 0 and at most 1, ascending.");
            before = share;
        }

        return shares.Count > 0 ? [.. shares] : throw new ArgumentException($"{option} must hold at least one share of fake users.", option);
    }
}
