using System.Globalization;
using AdvRec.Evaluation;
using AdvRec.Notebooks.Formatting;

namespace AdvRec.Notebooks;

/// <summary>Text below a cell, with numbers written the same way whatever language the host speaks.</summary>
public static class Print
{
    /// <summary>Writes a line to the console; numbers in it as in English, "n/a" for what is none.</summary>
    /// <param name="text">An interpolated text, such as <c>$"drop {drop:F1} %"</c>.</param>
    public static void Line(FormattableString text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Console.WriteLine(text.ToString(NumberText.Culture));
    }

    /// <summary>A mean with its interval, as the course writes spread everywhere: "16.3 [12.2, 20.4]".</summary>
    /// <param name="value">In the unit of the text around it.</param>
    /// <param name="decimals">Of all three numbers, 0 to 15.</param>
    public static string Interval(Interval value, int decimals = 1)
    {
        string Of(double number) => Number(number, decimals);
        return $"{Of(value.Mean)} [{Of(value.Lower)}, {Of(value.Upper)}]";
    }

    /// <summary>A number with so many decimals, for a table or a line; one that rounds to 0 has no sign, and what is none is "n/a".</summary>
    /// <param name="value">Any.</param>
    /// <param name="decimals">0 to 15.</param>
    public static string Number(double value, int decimals = 1) =>
        (Math.Round(value, decimals) + 0.0).ToString($"F{decimals}", NumberText.Culture).Replace('-', '−');

    /// <summary>Writes how far something is, in the place of what it wrote before.</summary>
    /// <param name="done">How many are done; at least 1.</param>
    /// <param name="of">How many there are.</param>
    /// <param name="things">What they are, in the plural, such as "seeds".</param>
    public static void Progress(int done, int of, string things) =>
        Console.Write(string.Create(CultureInfo.InvariantCulture, $"\r{done} of {of} {things} done{(done < of ? "" : "\n")}"));
}
