using AdvRec.Data;

namespace AdvRec.Sources.Layouts;

/// <summary>Checks rows and collects them, and the problems that they have.</summary>
/// <param name="path">Name of the file, for complaints.</param>
/// <param name="shareRead">Which part of the file has been read.</param>
/// <param name="hasCompactDates">Whether times such as 20150309 are dates.</param>
internal sealed class RowSink(string path, Func<double> shareRead, bool hasCompactDates = false)
{
    private const int RowsBeforeEstimate = 1 << 16, ManyOfACause = 10;
    private readonly List<(int Row, string Cause, string Text)> _problems = [];
    private readonly Times _times = new() { HasCompactDates = hasCompactDates };

    public RawRatings Ratings { get; } = new();

    public bool IsFull => _problems.Count >= DatasetChecks.MostProblems;

    public void Problem(int row, string cause, string text) => _problems.Add((row, cause, text));

    public bool Id(TextTable table, int row, string kind, ReadOnlySpan<char> id, out int place)
    {
        id = id.Trim();
        place = table.Find(id);
        if (place >= 0)
            return true;
        if (id.IsEmpty)
            Problem(row, kind, $"{kind} '' is empty; leave such rows out, or name another column with --columns.");
        else if (id.ContainsAny('\t', '\n', '\r'))
            Problem(row, kind, $"{kind} '{OneLine.Of(id)}' holds a tab or line end.");
        else
            place = table.Add(id);
        return place >= 0;
    }

    public bool Rating(int row, ReadOnlySpan<char> rating, bool hasDecimalCommas, out int place)
    {
        rating = rating.Trim();
        if (hasDecimalCommas && rating.Contains(','))
            rating = rating.ToString().Replace(',', '.');
        place = Ratings.FindRating(rating);
        if (place >= 0)
            return true;
        var isRating = Numbers.IsRating(rating);
        place = isRating ? Ratings.AddRating(rating) : -1;
        if (!isRating)
            Problem(row, "rating", $"rating '{OneLine.Of(rating)}' is not a number; leave such rows out, or say with --columns which column holds it, or that none does.");
        return isRating;
    }

    public bool Time(int row, ReadOnlySpan<char> time, out long microseconds)
    {
        var isTime = _times.TryParse(time, out microseconds);
        if (!isTime)
        {
            Problem(row, "timestamp", IsDayOrMonthFirst(time)
                ? $"timestamp '{time}': which number is the day and which the month cannot be known; write the year first (2015-03-09), or say with --columns that no column holds the time."
                : $"timestamp '{OneLine.Of(time)}' is not a whole number of seconds, nor another time that is understood (seconds, milliseconds, a date such as 2015-03-09 or 2015-03-09T14:52:07Z); leave such rows out, or say with --columns which column holds it, or that none does.");
        }

        return isTime;
    }

    public void Add(int user, int item, int rating, long time)
    {
        var rows = Ratings.Rows;
        if (rows.Count == rows.Capacity && rows.Count >= RowsBeforeEstimate && shareRead() is > 0 and <= 1 and var share)
            rows.EnsureCapacity((int)Math.Clamp(rows.Count / share * 1.03, rows.Count * 1.1, Array.MaxLength));
        rows.Add(new(user, item, rating, time));
    }

    /// <param name="linesOf">The lines of rows, where they are not the same.</param>
    public RawRatings Done(Func<IReadOnlyList<int>, IReadOnlyList<int>>? linesOf = null)
    {
        Ratings.TimeForms = [.. _times.Forms];
        if (_problems.Count == 0)
            return Ratings;
        int[] rows = [.. _problems.Select(problem => problem.Row)];
        var lines = linesOf?.Invoke(rows) ?? rows;
        var told = _problems.Select((problem, at) => new Told(problem.Cause, lines[at], $"{path}:{lines[at]}: {problem.Text}"));
        throw new DatasetException([.. told.GroupBy(problem => problem.Cause).Select(same => same.ToList())
            .SelectMany(same => same.Count < ManyOfACause ? same : [same[0] with { Text = $"{same[0].Text} {(IsFull ? "At least " : "")}{same.Count - 1} further rows have the same problem." }])
            .OrderBy(problem => problem.Line).Select(problem => problem.Text)]);
    }

    /// <summary>3/9/2015 or 3.9.2015, also with a time.</summary>
    private static bool IsDayOrMonthFirst(ReadOnlySpan<char> time)
    {
        var end = time.IndexOfAny('/', '.', '-');
        return end is 1 or 2 && !time[..end].ContainsAnyExceptInRange('0', '9') && time[(end + 1)..].IndexOf(time[end]) is 1 or 2;
    }

    private sealed record Told(string Cause, int Line, string Text);
}
