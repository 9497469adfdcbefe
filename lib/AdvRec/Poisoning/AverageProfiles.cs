using AdvRec.Data;

namespace AdvRec.Poisoning;

/// <summary>
/// The average attack, as far as it exists without ratings: fillers are drawn in proportion to their popularity, so that a profile holds what an average
/// user's holds. Needs the items' popularity, which most sites show.
/// </summary>
/// <remarks>
/// In Lam and Riedl 2004 ("AverageBot") the fillers are random items, each rated about the item's mean rating. Implicit feedback has no ratings to imitate:
/// what is left of "look like the average" is which items a profile holds. So that even a catalogue with few rated items has enough fillers,
/// every item counts as one hundredth of a training pair more than it has.
/// </remarks>
public sealed record AverageProfiles : ProfileAttack
{
    /// <inheritdoc/>
    public override string Name => "average";

    private protected override IEnumerable<IReadOnlyList<int>> Draw(
        LeaveOneOutDataset data, int target, int fillers, int count, ulong seed, CancellationToken cancellation)
    {
        var weights = data.Popularity().Select((pairs, item) => item == target ? 0 : pairs + 0.01).ToArray();
        for (var profile = 0; profile < count; profile++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return FillerSampler.Draw(weights, fillers, seed, profile);
        }
    }
}
