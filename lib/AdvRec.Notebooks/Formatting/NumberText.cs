using System.Globalization;

namespace AdvRec.Notebooks.Formatting;

/// <summary>Numbers as figures and tables write them, the same in every culture.</summary>
internal static class NumberText
{
    /// <summary>As in English, but "n/a" for what is no number.</summary>
    public static IFormatProvider Culture { get; } = WithoutNaN();

    /// <summary>So many decimals; scientific where those would show nothing but zeros.</summary>
    public static string Fixed(double value, int decimals = 4) =>
        value != 0 && Math.Abs(value) < 0.5 * Math.Pow(10, -decimals) ? value.ToString("0.0E+0", Culture)
        : value.ToString($"F{decimals}", Culture);

    /// <summary>As few digits as it takes, at most six.</summary>
    public static string Short(double value) => value.ToString("G6", Culture);

    /// <summary>Whole numbers with separators, others with four decimals, all else as text.</summary>
    public static string Any(object? value) => value switch
    {
        null => "",
        string text => text,
        double number => Fixed(number),
        float number => Fixed(number),
        decimal number => number.ToString("F4", Culture),
        sbyte or byte or short or ushort or int or uint or long or ulong or Int128 or UInt128 or System.Numerics.BigInteger =>
            ((IFormattable)value).ToString("N0", Culture),
        IFormattable formattable => formattable.ToString(null, Culture),
        _ => value.ToString() ?? "",
    };

    private static CultureInfo WithoutNaN()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NaNSymbol, culture.NumberFormat.PositiveInfinitySymbol, culture.NumberFormat.NegativeInfinitySymbol) = ("n/a", "∞", "−∞");
        return CultureInfo.ReadOnly(culture);
    }
}
