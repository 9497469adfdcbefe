using AdvRec.Data;

namespace AdvRec.Poisoning;

/// <summary>
/// The bandwagon attack: every profile holds the most popular items, which tie it to many users at once, and random fillers beside them.
/// Mobasher, Burke, Bhaumik and Williams, "Toward Trustworthy Recommender Systems", ACM TOIT 7(4), 2007. Needs to know a few items that everybody likes.
/// </summary>
public sealed record BandwagonProfiles : ProfileAttack
{
    /// <inheritdoc/>
    public override string Name => "bandwagon";

    /// <summary>Share of the fillers that are the most popular items, rounded up; in (0, 1].</summary>
    public double PopularShare
    {
        get;
        init => field = value is > 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(PopularShare), value, $"{nameof(PopularShare)} must be a number above 0 and at most 1.");
    } = 0.5;

    private protected override IEnumerable<IReadOnlyList<int>> Draw(
        LeaveOneOutDataset data, int target, int fillers, int count, ulong seed, CancellationToken cancellation)
    {
        var popularity = data.Popularity();
        var popular = Enumerable.Range(0, data.ItemCount).Where(item => item != target)
            .OrderByDescending(item => popularity[item]).ThenBy(item => item)
            .Take((int)Math.Ceiling(PopularShare * fillers)).ToArray();
        var weights = new double[data.ItemCount];
        Array.Fill(weights, 1);
        foreach (var item in popular.Append(target))
            weights[item] = 0;

        for (var profile = 0; profile < count; profile++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return [.. popular, .. FillerSampler.Draw(weights, fillers - popular.Length, seed, profile)];
        }
    }
}
