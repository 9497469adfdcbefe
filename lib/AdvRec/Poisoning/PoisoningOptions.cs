using System.Runtime.CompilerServices;
using AdvRec.Training;

namespace AdvRec.Poisoning;

/// <summary>What a <see cref="PoisoningStudy"/> runs.</summary>
public sealed record PoisoningOptions
{
    /// <summary>Seed of the targets' draw, and the first of the trainings' seeds. Same seed, same bits.</summary>
    public ulong Seed { get; init; } = Studies.Seeds.First;

    /// <summary>Target items; at least 2, since one says nothing about spread.</summary>
    public int Targets
    {
        get;
        init => field = Valid.AtLeast(2, value);
    } = 8;

    /// <summary>Seeds for each target, counted up from <see cref="Seed"/>; at least 1.</summary>
    public int SeedsPerTarget
    {
        get;
        init => field = Valid.AtLeast(1, value);
    } = 1;

    /// <summary>Sizes of the attack: fake users as shares of the real ones, each above 0 and at most 1, ascending. Without an attack is always run, too.</summary>
    public IReadOnlyList<double> Shares
    {
        get;
        init => field = ValidShares(value);
    } = [0.01, 0.03, 0.05];

    /// <summary>Plain BPR epochs on the poisoned data; 0 or more.</summary>
    public int Epochs
    {
        get;
        init => field = Valid.AtLeast(0, value);
    } = 10;

    /// <summary>Epochs after those, trained by <see cref="Recipe"/>; 0 or more.</summary>
    public int FurtherEpochs
    {
        get;
        init => field = Valid.AtLeast(0, value);
    } = 10;

    /// <summary>How the further epochs train: plain, or with an adversarial recipe as a defence.</summary>
    public AdversarialRecipe Recipe
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Recipe));
    } = AdversarialRecipe.Plain;

    /// <summary>Perturbation budget ε of an adversarial recipe; 0 or more.</summary>
    public float Epsilon
    {
        get;
        init => field = Valid.AtLeast0(value);
    } = 0.5f;

    /// <summary>Length K of the list that the target is to be on; at least 1.</summary>
    public int TopK
    {
        get;
        init => field = Valid.AtLeast(1, value);
    } = 100;

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
