using System.Globalization;

namespace AdvRec.Data;

/// <summary>Whether fields are numbers; the usual forms are told without computing their value.</summary>
internal static class Numbers
{
    private const int DigitsThatFit = 18;

    public static bool IsRating(ReadOnlySpan<char> field)
    {
        if (field.Length == 1 && char.IsAsciiDigit(field[0]))
            return true;
        if (field.Length == 3 && char.IsAsciiDigit(field[0]) && field[1] == '.' && char.IsAsciiDigit(field[2]))
            return true;
        return double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value);
    }

    public static bool IsTimestamp(ReadOnlySpan<char> field) =>
        (field.Length is > 0 and <= DigitsThatFit && !field.ContainsAnyExceptInRange('0', '9')) || TryTimestamp(field, out _);

    public static bool TryTimestamp(ReadOnlySpan<char> field, out long seconds) =>
        long.TryParse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out seconds);
}
