using AdvRec.Data;

namespace AdvRec.Poisoning;

/// <summary>
/// A push attack by fake profiles ("shilling", Lam and Riedl 2004): each fake user likes the target item and some filler items, so that a model trained
/// on the poisoned data recommends the target to real users.
/// </summary>
public abstract record ProfileAttack
{
    /// <summary>What tables and figures call it.</summary>
    public abstract string Name { get; }

    /// <summary>Items in a profile beside the target; at least 1. Null for as many as make a profile as long as the real users' median one.</summary>
    public int? Fillers { get; init => field = value is { } fillers ? Valid.AtLeast(1, fillers) : null; }

    /// <summary>Makes the profiles.</summary>
    /// <param name="data">What the attacker knows of the real users; each attack documents how much of it is used.</param>
    /// <param name="target">Item id to promote.</param>
    /// <param name="count">Number of fake users; 0 or more.</param>
    /// <param name="seed">Same seed, same profiles.</param>
    /// <param name="cancellation">Checked between profiles. By default, that of the notebook cell which is running.</param>
    /// <exception cref="ArgumentException">The catalogue has too few items for the fillers, the target and one item outside the profile.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No such item, or a negative count.</exception>
    public IReadOnlyList<FakeProfile> Profiles(LeaveOneOutDataset data, int target, int count, ulong seed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        Valid.AtLeast(0, count, nameof(count));
        Valid.Id(target, data.ItemCount);
        cancellation = HostCancellation.Or(cancellation);
        var fillers = Fillers ?? MedianFillers(data);
        if (fillers > data.ItemCount - 2)
        {
            throw new ArgumentException(
                $"{fillers} fillers do not fit a catalogue of {data.ItemCount} items with the target and one item outside the profile; set {nameof(Fillers)} to at most {data.ItemCount - 2}.",
                nameof(data));
        }

        return count == 0 ? [] : [.. Draw(data, target, fillers, count, seed, cancellation).Select(items => new FakeProfile(items.Append(target)))];
    }

    /// <summary>Chooses the fillers of every fake user.</summary>
    /// <returns>Per fake user, item ids without the target, none twice.</returns>
    private protected abstract IEnumerable<IReadOnlyList<int>> Draw(
        LeaveOneOutDataset data, int target, int fillers, int count, ulong seed, CancellationToken cancellation);

    private static int MedianFillers(LeaveOneOutDataset data)
    {
        var lengths = Enumerable.Range(0, data.UserCount).Select(user => data.TrainingItems(user).Length).Order().ToArray();
        return Math.Max(1, lengths[lengths.Length / 2] - 1);
    }
}
