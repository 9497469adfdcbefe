using System.Globalization;

namespace AdvRec.Notebooks;

/// <summary>Text below a cell, with numbers written the same way whatever language the host speaks.</summary>
public static class Print
{
    /// <summary>Writes a line to the console; numbers in it as in English.</summary>
    /// <param name="text">An interpolated text, such as <c>$"drop {drop:F1} %"</c>.</param>
    public static void Line(FormattableString text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
    }
}
