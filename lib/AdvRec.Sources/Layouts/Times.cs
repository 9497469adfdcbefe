using System.Globalization;
using AdvRec.Data;

namespace AdvRec.Sources.Layouts;

/// <summary>Reads times in the forms that data sets have, in microseconds, and remembers which forms there were.</summary>
internal sealed class Times
{
    public const long PerSecond = 1_000_000;
    private const double MostSeconds = 1e11, MostMilliseconds = 1e14, MostMicroseconds = 1e17, MostAtAll = 9e18;
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
    private const string Dates = "dates (UTC where they name no zone)";
    private static readonly string[] ExactForms =
        ["ddd MMM d HH:mm:ss zzz yyyy", "ddd MMM d HH:mm:ss yyyy", "ddd, d MMM yyyy HH:mm:ss 'GMT'", "d-MMM-yyyy", "d MMM yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy", "d MMM yyyy, HH:mm"];
    private static readonly string[] YearFirstForms = ["yyyy-MM-dd HH", "yyyy-MM-dd'T'HH", "yyyy-MM-dd-HH-mm-ss", "yyyy-M-d H:m:s.FFFFFFF"];
    private static readonly string[] CompactForms = ["yyyyMMdd", "yyyyMMddHHmm", "yyyyMMddHHmmss"];
    private string? _lastForm;

    /// <summary>Whether numbers such as 20150309 are dates.</summary>
    public bool HasCompactDates { get; init; }

    /// <summary>Forms met, for the summary.</summary>
    public SortedSet<string> Forms { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a text is a time in a form that is never a rating: seconds since 1973 or a date.</summary>
    public static bool IsUnmistakable(string text) =>
        IsDate(text) || (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 1e8 and < MostAtAll);

    /// <summary>Whether a text is a date that is written as one.</summary>
    public static bool IsDate(string text) => TryDate(text, out _);

    /// <summary>Whether a number is a date without signs, from 1950 to 2099.</summary>
    public static bool IsCompactDate(string text) => TryCompactDate(text, out var date) && date.Year is >= 1950 and < 2100;

    public static bool IsTime(string text) => new Times().TryParse(text, out _);

    /// <summary>For people: the day and time of microseconds.</summary>
    public static string Text(long microseconds) =>
        Math.Abs((double)microseconds) / PerSecond < 6e10 ? DateTime.UnixEpoch.AddMicroseconds(microseconds).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) : "beyond all calendars";

    public bool TryParse(ReadOnlySpan<char> text, out long microseconds)
    {
        text = text.Trim();
        microseconds = 0;
        if (HasCompactDates && TryCompactDate(text, out var day))
            return Seen(Dates, out microseconds, (day.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
        if (Numbers.TryTimestamp(text, out var whole))
        {
            // Up to the year 5138 a number is in seconds.
            return Math.Abs((double)whole) switch
            {
                < MostSeconds => Seen("seconds", out microseconds, whole * PerSecond),
                < MostMilliseconds => Seen("milliseconds", out microseconds, whole * 1000),
                < MostMicroseconds => Seen("microseconds", out microseconds, whole),
                _ => Seen("nanoseconds", out microseconds, whole / 1000),
            };
        }

        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < (decimal)MostAtAll)
        {
            return Math.Abs((double)number) switch
            {
                < MostSeconds => Seen("seconds", out microseconds, (long)decimal.Floor(number * PerSecond)),
                < MostMilliseconds => Seen("milliseconds", out microseconds, (long)decimal.Floor(number * 1000)),
                < MostMicroseconds => Seen("microseconds", out microseconds, (long)decimal.Floor(number)),
                _ => Seen("nanoseconds", out microseconds, (long)decimal.Floor(number / 1000)),
            };
        }

        return TryDate(text, out var date) && Seen(Dates, out microseconds, (date.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
    }

    private static bool TryCompactDate(ReadOnlySpan<char> text, out DateTimeOffset date)
    {
        date = default;
        return text.Length is 8 or 12 or 14 && !text.ContainsAnyExceptInRange('0', '9') && DateTimeOffset.TryParseExact(text, CompactForms, CultureInfo.InvariantCulture, Utc, out date);
    }

    private static bool TryDate(ReadOnlySpan<char> text, out DateTimeOffset date)
    {
        text = text.Trim();
        if (text.EndsWith(" UTC", StringComparison.Ordinal))
            text = text[..^4];
        // Year first, or the month as a word: of 3/4/2005 nobody knows which is the month.
        if (text.Length >= 8 && !text[..4].ContainsAnyExceptInRange('0', '9') && text[4] is '-' or '/' or '.')
        {
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out date)
                || DateTimeOffset.TryParseExact(text, YearFirstForms, CultureInfo.InvariantCulture, Utc, out date)
                // A comma before parts of a second, as in many logs.
                || (text.Contains(',') && DateTimeOffset.TryParse(text.ToString().Replace(',', '.'), CultureInfo.InvariantCulture, Utc, out date));
        }

        return DateTimeOffset.TryParseExact(text, ExactForms, CultureInfo.InvariantCulture, Utc, out date);
    }

    private bool Seen(string form, out long microseconds, long value)
    {
        microseconds = value;
        if (!ReferenceEquals(form, _lastForm))
            Forms.Add(_lastForm = form);
        return true;
    }
}
