namespace AdvRec.Data;

/// <summary>
/// Implicit feedback split for leave-one-out evaluation: every user's training items and one held-out item. Ids are contiguous from 0.
/// </summary>
public sealed class LeaveOneOutDataset
{
    private readonly int[] _testItems;
    private readonly IReadOnlyList<Item>? _items;

    /// <summary>Creates a data set from pairs of ids.</summary>
    /// <param name="name">Name that reports show.</param>
    /// <param name="trainingPairs">User and item of every training interaction, in any order.</param>
    /// <param name="testItems">The held-out item of every user; its length is the number of users.</param>
    /// <param name="items">Titles and genres by item id, or null.</param>
    /// <param name="itemCount">Size of the catalogue, where it has items that nobody interacted with; null if every item occurs.</param>
    /// <exception cref="DatasetException">
    /// Ids are not contiguous from 0 or beyond the catalogue, a pair occurs twice, a user has no training item, or a held-out item is among its user's training items.
    /// </exception>
    public LeaveOneOutDataset(string name, IEnumerable<(int User, int Item)> trainingPairs, IReadOnlyList<int> testItems, IReadOnlyList<Item>? items = null, int? itemCount = null)
        : this(name, Columns(trainingPairs), [.. testItems], items, itemCount)
    {
    }

    private LeaveOneOutDataset(string name, (int[] Users, int[] Items) pairs, int[] testItems, IReadOnlyList<Item>? items, int? itemCount)
        : this(name, new InteractionColumns("training pairs", pairs.Users, pairs.Items),
            new InteractionColumns("test items", [.. Enumerable.Range(0, testItems.Length)], testItems), items, itemCount)
    {
    }

    internal LeaveOneOutDataset(string name, InteractionColumns training, InteractionColumns test, IReadOnlyList<Item>? items, int? itemCount = null)
    {
        Name = name;
        (UserCount, ItemCount) = DatasetChecks.ContiguousIds(training, test, itemCount);
        _testItems = DatasetChecks.TestItems(training, test, UserCount);
        (PairStarts, PairItems) = GroupByUser(training, UserCount);
        DatasetChecks.NoDuplicates(this, training, test);
        if (items is not null && items.Count != ItemCount)
            throw new DatasetException($"{name}: {items.Count} items are described, {ItemCount} occur in the ratings; describe each or none.");
        _items = items;

        PairUsers = new int[PairItems.Length];
        for (var user = 0; user < UserCount; user++)
            PairUsers.AsSpan(PairStarts[user]..PairStarts[user + 1]).Fill(user);
    }

    /// <summary>Name that reports show.</summary>
    public string Name { get; }

    /// <summary>Number of users.</summary>
    public int UserCount { get; }

    /// <summary>Number of items in training and test together.</summary>
    public int ItemCount { get; }

    /// <summary>Number of training pairs.</summary>
    public int TrainingPairCount => PairItems.Length;

    /// <summary>Whether titles and genres are known.</summary>
    public bool HasTitles => _items is not null;

    /// <summary>Titles and genres by item id; null where none are known.</summary>
    internal IReadOnlyList<Item>? Items => _items;

    /// <summary>By user, the place of the first training pair; behind the last user, their number.</summary>
    internal int[] PairStarts { get; }

    /// <summary>User of every training pair, ascending.</summary>
    internal int[] PairUsers { get; }

    /// <summary>Item of every training pair: by user, then ascending.</summary>
    internal int[] PairItems { get; }

    /// <summary>The training items of a user, ascending.</summary>
    /// <param name="user">User id, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such user.</exception>
    public ItemIds TrainingItems(int user) => new(PairItems.AsMemory(PairsOf(user)));

    /// <summary>The held-out item of a user.</summary>
    /// <param name="user">User id, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such user.</exception>
    public int TestItem(int user) => _testItems[Valid.Id(user, UserCount)];

    /// <summary>Title of an item, or "item 17" where none is known.</summary>
    /// <param name="item">Item id, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public string Title(int item)
    {
        Valid.Id(item, ItemCount);
        return _items is null ? $"item {item}" : _items[item].Title;
    }

    /// <summary>Genres of an item; empty where none are known.</summary>
    /// <param name="item">Item id, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public IReadOnlyList<string> Genres(int item)
    {
        Valid.Id(item, ItemCount);
        return _items is null ? [] : _items[item].Genres;
    }

    /// <summary>How many training pairs every item has.</summary>
    public int[] Popularity()
    {
        var counts = new int[ItemCount];
        foreach (var item in PairItems)
            counts[item]++;
        return counts;
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Name}: {UserCount:N0} users, {ItemCount:N0} items, {TrainingPairCount:N0} training pairs ({100.0 * TrainingPairCount / UserCount / ItemCount:F2} % of all), one held-out item per user");

    internal Range PairsOf(int user) => PairStarts[Valid.Id(user, UserCount)]..PairStarts[user + 1];

    private static (int[] Users, int[] Items) Columns(IEnumerable<(int User, int Item)> pairs)
    {
        var list = pairs.ToList();
        return ([.. list.Select(pair => pair.User)], [.. list.Select(pair => pair.Item)]);
    }

    private static (int[] Offsets, int[] Items) GroupByUser(InteractionColumns training, int userCount)
    {
        var offsets = new int[userCount + 1];
        foreach (var user in training.Users)
            offsets[user + 1]++;
        for (var user = 0; user < userCount; user++)
            offsets[user + 1] += offsets[user];

        var items = new int[training.Count];
        var next = offsets.AsSpan(0, userCount).ToArray();
        for (var row = 0; row < training.Count; row++)
            items[next[training.Users[row]]++] = training.Items[row];
        for (var user = 0; user < userCount; user++)
            items.AsSpan(offsets[user]..offsets[user + 1]).Sort();
        return (offsets, items);
    }
}
