namespace AdvRec.Poisoning;

/// <summary>The items that one fake user pretends to like.</summary>
public sealed class FakeProfile
{
    private readonly int[] _items;

    /// <param name="items">Item ids, from 0, in any order; at least one, none twice.</param>
    /// <exception cref="ArgumentException">No item, a negative one, or one that occurs twice.</exception>
    public FakeProfile(IEnumerable<int> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        _items = [.. items.Order()];
        if (_items.Length == 0)
            throw new ArgumentException("A fake profile needs at least one item.", nameof(items));
        if (_items[0] < 0)
            throw new ArgumentException($"Item {_items[0]}: items are numbered from 0.", nameof(items));
        for (var at = 1; at < _items.Length; at++)
        {
            if (_items[at] == _items[at - 1])
                throw new ArgumentException($"Item {_items[at]} occurs twice in the profile; name it once.", nameof(items));
        }
    }

    /// <summary>Item ids, ascending.</summary>
    public IReadOnlyList<int> Items => _items;

    /// <summary>The smallest item id outside the profile: it is "held out" for the fake user, so that no training pair is invented for it.</summary>
    internal int HarmlessItem => Enumerable.Range(0, _items.Length + 1).First(item => Array.BinarySearch(_items, item) < 0);
}
