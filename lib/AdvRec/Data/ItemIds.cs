using System.Collections;

namespace AdvRec.Data;

/// <summary>Item ids of one user, ascending: a list for a cell to show, and a span for a loop; nothing is copied.</summary>
public readonly struct ItemIds : IReadOnlyList<int>, IEquatable<ItemIds>
{
    private readonly ReadOnlyMemory<int> _ids;

    internal ItemIds(ReadOnlyMemory<int> ids) => _ids = ids;

    /// <summary>How many.</summary>
    public int Length => _ids.Length;

    /// <inheritdoc/>
    int IReadOnlyCollection<int>.Count => Length;

    /// <summary>The id at a place.</summary>
    /// <param name="place">From 0, below <see cref="Length"/>.</param>
    public int this[int place] => _ids.Span[Valid.Id(place, Length)];

    /// <summary>The same ids as a span.</summary>
    public static implicit operator ReadOnlySpan<int>(ItemIds ids) => ids._ids.Span;

    /// <summary>Whether both hold the same ids.</summary>
    public static bool operator ==(ItemIds left, ItemIds right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(ItemIds left, ItemIds right) => !left.Equals(right);

    /// <summary>Where an item is; negative if it is not among them.</summary>
    /// <param name="item">Item id.</param>
    public int BinarySearch(int item) => _ids.Span.BinarySearch(item);

    /// <summary>A copy.</summary>
    public int[] ToArray() => _ids.ToArray();

    /// <summary>One id after the other.</summary>
    public ReadOnlySpan<int>.Enumerator GetEnumerator() => _ids.Span.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator<int> IEnumerable<int>.GetEnumerator() => ((IEnumerable<int>)ToArray()).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => ToArray().GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ItemIds other) => _ids.Span.SequenceEqual(other._ids.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ItemIds other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Length, Length == 0 ? 0 : this[0]);
}
