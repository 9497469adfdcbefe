using AdvRec.Notebooks.Formatting;

namespace AdvRec.Notebooks;

/// <summary>A guess, written in a cell of its own, beside what the notebook found; end the cell after it with one.</summary>
public static class Predict
{
    /// <summary>A guessed number.</summary>
    /// <param name="guess">The reader's; null or NaN as long as there is none.</param>
    /// <param name="found">What the notebook computed; finite.</param>
    /// <param name="unit">Behind both numbers, such as "%"; may be empty.</param>
    /// <param name="because">Why it is so.</param>
    /// <param name="decimals">Of both numbers, 0 to 15.</param>
    /// <exception cref="ArgumentOutOfRangeException">What was found is not finite, or there are too many decimals.</exception>
    public static Prediction Number(double? guess, double found, string unit, string because, int decimals = 0)
    {
        if (!double.IsFinite(found)) throw new ArgumentOutOfRangeException(nameof(found), found, "What the notebook found must be a finite number.");
        string Text(double value) => $"{NumberText.Short(Math.Round(value, decimals))} {unit}".TrimEnd();
        return new(guess is { } number && !double.IsNaN(number) ? Text(number) : null, Text(found), because);
    }

    /// <summary>A guess among several answers.</summary>
    /// <param name="guess">The reader's; null or blank as long as there is none. Capitals and blanks around it do not matter.</param>
    /// <param name="found">What the notebook found; one of the choices.</param>
    /// <param name="because">Why it is so.</param>
    /// <param name="choices">What there is to choose from.</param>
    /// <exception cref="ArgumentException">What was found is none of the choices.</exception>
    public static Prediction Choice(string? guess, string found, string because, params IReadOnlyList<string> choices)
    {
        ArgumentNullException.ThrowIfNull(found);
        ArgumentNullException.ThrowIfNull(choices);
        if (!choices.Contains(found)) throw new ArgumentException($"“{found}” is none of the choices: {string.Join(", ", choices)}.", nameof(found));
        if (string.IsNullOrWhiteSpace(guess)) return new(null, found, because, $"Choose one of: {string.Join(", ", choices)}.");
        var chosen = choices.FirstOrDefault(choice => string.Equals(choice, guess.Trim(), StringComparison.OrdinalIgnoreCase));
        return chosen is null ? new(null, found, because, $"“{guess.Trim()}” is none of: {string.Join(", ", choices)}.") : new(chosen, found, because);
    }
}
