using AdvRec.Numerics;

namespace AdvRec.Data;

/// <summary>
/// Holds out a second item per user, so that epochs, regularisation and budgets can be chosen without a look at the test item.
/// </summary>
internal static class ValidationSplit
{
    /// <summary>The same data set with one training item of every user, drawn at random, as its held-out item. Train and choose on it; then evaluate on the original,
    /// whose candidates leave out the validation item as one that the user is known to have.</summary>
    /// <param name="data">Every user needs at least two training items.</param>
    /// <param name="seed">Same seed, same items.</param>
    /// <returns>Users and items have the same ids as in <paramref name="data"/>.</returns>
    /// <exception cref="DatasetException">A user has one training item only.</exception>
    public static LeaveOneOutDataset Of(LeaveOneOutDataset data, ulong seed = 0)
    {
        ArgumentNullException.ThrowIfNull(data);
        var random = new CounterRandom(seed, Purpose.Validation);
        var pairs = new List<(int User, int Item)>(data.TrainingPairCount);
        var heldOut = new int[data.UserCount];
        for (var user = 0; user < data.UserCount; user++)
        {
            var items = data.TrainingItems(user);
            if (items.Length < 2)
                throw new DatasetException($"{data.Name}: user {user} has {items.Length} training item; holding one out for validation takes at least 2. Leave such users out: data prepare --min-user-ratings 3.");
            heldOut[user] = items[random.Integer(items.Length, user)];
            foreach (var item in items)
            {
                if (item != heldOut[user])
                    pairs.Add((user, item));
            }
        }

        return new(data.Name + ", validation", pairs, heldOut, itemCount: data.ItemCount);
    }
}
