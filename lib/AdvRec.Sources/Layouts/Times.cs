using System.Globalization;
using AdvRec.Data;

namespace AdvRec.Sources.Layouts;

/// <summary>Reads times in the forms that data sets have, in microseconds, and remembers which forms there were.</summary>
internal sealed class Times
{
    public const long PerSecond = 1_000_000;
    private const double MostSeconds = 1e11, MostMilliseconds = 1e14, MostMicroseconds = 1e17, MostAtAll = 9e18;
    private static readonly string[] DateForms = ["ddd MMM dd HH:mm:ss zzz yyyy", "ddd MMM d HH:mm:ss zzz yyyy"];

    /// <summary>Forms met, for the summary.</summary>
    public SortedSet<string> Forms { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a text is a time in a form that is never a rating: seconds since 1973 or a date.</summary>
    public static bool IsUnmistakable(ReadOnlySpan<char> text) =>
        IsDate(text, out _) || (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 1e8 and < MostAtAll);

    public static bool IsTime(ReadOnlySpan<char> text) => new Times().TryParse(text, out _);

    public bool TryParse(ReadOnlySpan<char> text, out long microseconds)
    {
        text = text.Trim();
        if (Numbers.TryTimestamp(text, out var whole))
        {
            // Up to the year 5138 a number is in seconds.
            if (whole is > -(long)MostSeconds and < (long)MostSeconds)
                return Seen("seconds", microseconds = whole * PerSecond);
            return Math.Abs((double)whole) switch
            {
                < MostMilliseconds => Seen("milliseconds", microseconds = whole * 1000),
                < MostMicroseconds => Seen("microseconds", microseconds = whole),
                _ => Seen("nanoseconds", microseconds = whole / 1000),
            };
        }

        microseconds = 0;
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < (decimal)MostAtAll)
        {
            return Math.Abs((double)number) switch
            {
                < MostSeconds => Seen("seconds", microseconds = (long)decimal.Floor(number * PerSecond)),
                < MostMilliseconds => Seen("milliseconds", microseconds = (long)decimal.Floor(number * 1000)),
                < MostMicroseconds => Seen("microseconds", microseconds = (long)decimal.Floor(number)),
                _ => Seen("nanoseconds", microseconds = (long)decimal.Floor(number / 1000)),
            };
        }

        if (!IsDate(text, out var date))
            return false;
        microseconds = (date.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        return Seen("dates (UTC where they name no zone)", microseconds);
    }

    private static bool IsDate(ReadOnlySpan<char> text, out DateTimeOffset date)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        text = text.Trim();
        // Year first: of 3/4/2005 nobody knows which is the month.
        if (text.Length >= 8 && !text[..4].ContainsAnyExceptInRange('0', '9') && text[4] is '-' or '/')
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out date);
        return DateTimeOffset.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, Utc, out date);
    }

    private string? _last;

    private bool Seen(string form, long _)
    {
        if (!ReferenceEquals(form, _last))
            Forms.Add(_last = form);
        return true;
    }
}
