using AdvRec.Data;

namespace AdvRec.Poisoning;

/// <summary>
/// The random attack: fillers are drawn uniformly from the catalogue. Lam and Riedl, "Shilling Recommender Systems for Fun and Profit", WWW 2004 ("RandomBot").
/// Needs the list of items, nothing about users (and, where <see cref="ProfileAttack.Fillers"/> is null, a typical profile's length).
/// </summary>
public sealed record RandomProfiles : ProfileAttack
{
    /// <inheritdoc/>
    public override string Name => "random";

    private protected override IEnumerable<IReadOnlyList<int>> Draw(
        LeaveOneOutDataset data, int target, int fillers, int count, ulong seed, CancellationToken cancellation)
    {
        var weights = Enumerable.Range(0, data.ItemCount).Select(item => item == target ? 0.0 : 1).ToArray();
        for (var profile = 0; profile < count; profile++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return FillerSampler.Draw(weights, fillers, seed, profile);
        }
    }
}
