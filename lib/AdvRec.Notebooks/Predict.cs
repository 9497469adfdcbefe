using AdvRec.Notebooks.Formatting;
using AdvRec.Notebooks.Movable;

namespace AdvRec.Notebooks;

/// <summary>A guess, written in a cell of its own, beside what the notebook found; end the cell after it with one.</summary>
public static class Predict
{
    private const int Steps = 100;

    /// <summary>A guessed number.</summary>
    /// <param name="guess">The reader's; null or NaN as long as there is none.</param>
    /// <param name="found">What the notebook computed; finite.</param>
    /// <param name="unit">Behind both numbers, such as "%"; may be empty.</param>
    /// <param name="because">Why it is so.</param>
    /// <param name="decimals">Of both numbers, 0 to 15.</param>
    /// <param name="from">Least guess that a page offers.</param>
    /// <param name="to">Largest guess that a page offers; above the least.</param>
    /// <exception cref="ArgumentOutOfRangeException">What was found is not finite, there are too many decimals, or the guesses offered are not a range.</exception>
    public static Prediction Number(double? guess, double found, string unit, string because, int decimals = 0, double from = 0, double to = 100)
    {
        if (!(to > from) || !double.IsFinite(to - from)) throw new ArgumentOutOfRangeException(nameof(to), to, $"The largest guess must be above the least, {from}.");
        if (!double.IsFinite(found)) throw new ArgumentOutOfRangeException(nameof(found), found, "What the notebook found must be a finite number.");
        string Text(double value) => $"{NumberText.Short(Math.Round(value, decimals))} {unit}".TrimEnd();
        string[] offered = [.. Enumerable.Range(0, Steps + 1).Select(step => Text(from + (to - from) * step / Steps)).Distinct()];
        return new(guess is { } number && !double.IsNaN(number) ? Text(number) : null, Text(found), because, new Control("your guess", offered, offered.Length / 2));
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
        var control = Control.Choice("your guess", ["choose …", .. choices]);
        if (string.IsNullOrWhiteSpace(guess)) return new(null, found, because, control, $"Choose one of: {string.Join(", ", choices)}.");
        var chosen = choices.FirstOrDefault(choice => string.Equals(choice, guess.Trim(), StringComparison.OrdinalIgnoreCase));
        return chosen is null ? new(null, found, because, control, $"“{guess.Trim()}” is none of: {string.Join(", ", choices)}.") : new(chosen, found, because, control);
    }
}
