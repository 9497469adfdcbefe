using System.Globalization;
using System.Text.RegularExpressions;
using AdvRec.Data;

namespace AdvRec.Notebooks;

/// <summary>An experiment that a class does together: everybody runs one seed and hands in one line; the lines together give the interval that no single run has.</summary>
public static partial class ClassExperiment
{
    /// <summary>The line to hand in, such as "seed 7 on movielens-small: +1.93 points".</summary>
    /// <param name="data">What it was measured on.</param>
    /// <param name="seed">The student's own.</param>
    /// <param name="points">What was measured, in points; finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not finite.</exception>
    public static string Line(LeaveOneOutDataset data, ulong seed, double points)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!double.IsFinite(points)) throw new ArgumentOutOfRangeException(nameof(points), points, "What is handed in must be a finite number.");
        return FormattableString.Invariant($"seed {seed} on {data.Name}: {points:+0.00;−0.00;0.00} points");
    }

    /// <summary>Draws the class's mean and its 95 % interval as they were after every line, from the third on.</summary>
    /// <param name="data">Lines that were measured on other data are left out.</param>
    /// <param name="lines">What was handed in, in any order, one on a line; whatever else stands on a line, such as a name, does not matter. Of a seed that comes twice the first line counts.</param>
    /// <param name="title">Above the figure; any text.</param>
    public static ClassResult Collect(LeaveOneOutDataset data, string lines, string title)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(title);
        var notes = new List<string>();
        var values = new Dictionary<ulong, double>();
        var others = 0;
        foreach (var (at, line) in lines.ReplaceLineEndings("\n").Split('\n').Index().Where(line => !string.IsNullOrWhiteSpace(line.Item)))
        {
            var match = Handed().Match(line);
            if (!match.Success || !ulong.TryParse(match.Groups["seed"].Value, CultureInfo.InvariantCulture, out var seed))
                notes.Add($"Line {at + 1} is not one that was handed in: “{line.Trim()}”.");
            else if (match.Groups["data"].Value != data.Name)
                others++;
            else if (!values.TryAdd(seed, Number(match.Groups["points"].Value)))
                notes.Add($"Seed {seed} comes twice; its first line counts.");
        }

        if (others > 0) notes.Insert(0, $"Left out, since they are not of {data.Name}: {others}.");
        return new(title, [.. values.Values], notes);
    }

    private static double Number(string text) => double.Parse(text.Replace('−', '-').Replace('–', '-').Replace(',', '.'), CultureInfo.InvariantCulture);

    // Chats and mail turn a minus into a dash, and a comma may come from a hand that typed the number.
    [GeneratedRegex(@"seed\s+(?<seed>\d+)\s+on\s+(?<data>.+?):\s*(?<points>[+\-−–]?\d+(?:[.,]\d+)?)\s+points", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Handed();
}
