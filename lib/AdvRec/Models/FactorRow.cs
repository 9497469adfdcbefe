using System.Collections;
using System.Globalization;

namespace AdvRec.Models;

/// <summary>The factors of one user or item: a list for a cell to show, and a span for a loop; nothing is copied, so that writing changes the matrix.</summary>
public readonly record struct FactorRow : IReadOnlyList<float>
{
    private readonly Memory<float> _factors;

    internal FactorRow(Memory<float> factors) => _factors = factors;

    /// <summary>How many.</summary>
    public int Length => _factors.Length;

    /// <inheritdoc/>
    int IReadOnlyCollection<float>.Count => Length;

    /// <summary>One factor, to read or to write.</summary>
    /// <param name="factor">From 0, below <see cref="Length"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such factor.</exception>
    public ref float this[int factor] => ref _factors.Span[Valid.Id(factor, Length)];

    /// <inheritdoc/>
    float IReadOnlyList<float>.this[int index] => this[index];

    /// <summary>The same factors as a span; writing to it changes the matrix.</summary>
    public static implicit operator Span<float>(FactorRow row) => row._factors.Span;

    /// <summary>The same factors as a span.</summary>
    public static implicit operator ReadOnlySpan<float>(FactorRow row) => row._factors.Span;

    /// <summary>Some of the factors, so that a cell can write <c>row[..5]</c>.</summary>
    /// <param name="start">The first, from 0.</param>
    /// <param name="length">How many.</param>
    /// <exception cref="ArgumentOutOfRangeException">They reach beyond the row.</exception>
    public FactorRow Slice(int start, int length) => new(_factors.Slice(start, length));

    /// <summary>Writes the same value to all factors.</summary>
    /// <param name="value">Any number.</param>
    public void Fill(float value) => _factors.Span.Fill(value);

    /// <summary>A copy.</summary>
    public float[] ToArray() => _factors.ToArray();

    /// <summary>One factor after the other.</summary>
    public Span<float>.Enumerator GetEnumerator() => _factors.Span.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator<float> IEnumerable<float>.GetEnumerator() => ((IEnumerable<float>)ToArray()).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => ToArray().GetEnumerator();

    /// <summary>The factors, as a list.</summary>
    public override string ToString() => $"[ {string.Join(", ", ToArray().Select(factor => factor.ToString(CultureInfo.InvariantCulture)))} ]";
}
