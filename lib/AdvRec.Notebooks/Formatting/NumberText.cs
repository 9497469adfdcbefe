using System.Globalization;

namespace AdvRec.Notebooks.Formatting;

/// <summary>Numbers as figures and tables write them, the same in every culture.</summary>
internal static class NumberText
{
    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    /// <summary>So many decimals; scientific where those would show nothing but zeros.</summary>
    public static string Fixed(double value, int decimals = 4) =>
        !double.IsFinite(value) ? Special(value)
        : value != 0 && Math.Abs(value) < 0.5 * Math.Pow(10, -decimals) ? value.ToString("0.0E+0", s_culture)
        : value.ToString($"F{decimals}", s_culture);

    /// <summary>As few digits as it takes, at most six.</summary>
    public static string Short(double value) => double.IsFinite(value) ? value.ToString("G6", s_culture) : Special(value);

    /// <summary>So many decimals behind a sign; a number too small to show has none.</summary>
    public static string Signed(double value, int decimals)
    {
        if (!double.IsFinite(value)) return Special(value);
        var size = Math.Abs(value).ToString($"F{decimals}", s_culture);
        return size.All(digit => digit is '0' or '.') ? size : (value < 0 ? "−" : "+") + size;
    }

    /// <summary>Whole numbers with separators, others with four decimals, all else as text.</summary>
    public static string Any(object? value) => value switch
    {
        null => "",
        string text => text,
        double number => Fixed(number),
        float number => Fixed(number),
        decimal number => number.ToString("F4", s_culture),
        sbyte or byte or short or ushort or int or uint or long or ulong or Int128 or UInt128 or System.Numerics.BigInteger =>
            ((IFormattable)value).ToString("N0", s_culture),
        IFormattable formattable => formattable.ToString(null, s_culture),
        _ => value.ToString() ?? "",
    };

    private static string Special(double value) => double.IsNaN(value) ? "n/a" : value > 0 ? "∞" : "−∞";
}
