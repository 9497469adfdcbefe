using AdvRec.Data;

namespace AdvRec.Poisoning;

/// <summary>Data sets with fake users in them.</summary>
public static class PoisonedData
{
    /// <summary>
    /// A new data set with fake users behind the real ones; the given one does not change. Real users keep their ids, training items and held-out items.
    /// A fake user's held-out item is the smallest id outside its profile; nothing is trained on it, and evaluations of real users never see it.
    /// </summary>
    /// <param name="data">The real users.</param>
    /// <param name="profiles">One per fake user; the first gets the id <see cref="LeaveOneOutDataset.UserCount"/> of <paramref name="data"/>.</param>
    /// <returns>Users = real + fake; the same items.</returns>
    /// <exception cref="ArgumentException">A profile names an item beyond the catalogue, or the whole catalogue.</exception>
    public static LeaveOneOutDataset WithProfiles(this LeaveOneOutDataset data, IEnumerable<FakeProfile> profiles)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(profiles);
        var fakes = profiles.ToList();
        foreach (var fake in fakes)
            ThrowIfUnfit(fake, data);

        var realPairs = data.PairUsers.Zip(data.PairItems);
        var fakePairs = fakes.SelectMany((fake, at) => fake.Items.Select(item => (data.UserCount + at, item)));
        var testItems = Enumerable.Range(0, data.UserCount).Select(data.TestItem).Concat(fakes.Select(fake => fake.HarmlessItem));
        return new(
            fakes.Count == 0 ? data.Name : $"{data.Name} with {fakes.Count} fake users",
            realPairs.Concat(fakePairs), [.. testItems], data.Items, data.ItemCount);
    }

    private static void ThrowIfUnfit(FakeProfile profile, LeaveOneOutDataset data)
    {
        if (profile.Items[^1] >= data.ItemCount)
            throw new ArgumentException($"Item {profile.Items[^1]} of a fake profile lies beyond the catalogue of {data.ItemCount} items.", nameof(profile));
        if (profile.Items.Count >= data.ItemCount)
            throw new ArgumentException($"A fake profile of all {data.ItemCount} items leaves none to hold out; leave at least one out.", nameof(profile));
    }
}
