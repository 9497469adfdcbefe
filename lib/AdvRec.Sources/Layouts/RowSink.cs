using AdvRec.Data;

namespace AdvRec.Sources.Layouts;

/// <summary>Checks rows and collects them, and the problems that they have.</summary>
internal sealed class RowSink(string path)
{
    private readonly List<string> _problems = [];
    private readonly HashSet<string> _causes = [];
    private readonly Times _times = new();

    public RawRatings Ratings { get; } = new();

    public bool IsFull => _problems.Count >= DatasetChecks.MostProblems;

    public void Problem(int line, string cause, string text)
    {
        _problems.Add($"{path}:{line}: {text}");
        _causes.Add(cause);
    }

    public bool Id(TextTable table, int line, string kind, ReadOnlySpan<char> id, out int place)
    {
        place = -1;
        id = id.Trim();
        if (id.IsEmpty)
            Problem(line, kind, $"{kind} '' is empty.");
        else if (id.ContainsAny('\t', '\n', '\r'))
            Problem(line, kind, $"{kind} '{id}' holds a tab or line end.");
        else
            place = table.Add(id);
        return place >= 0;
    }

    public bool Rating(int line, ReadOnlySpan<char> rating, bool hasDecimalCommas, out int place)
    {
        rating = rating.Trim();
        if (hasDecimalCommas && rating.Contains(','))
            rating = rating.ToString().Replace(',', '.');
        var isRating = Numbers.IsRating(rating);
        place = isRating ? Ratings.AddRatingText(rating) : -1;
        if (!isRating)
            Problem(line, "rating", $"rating '{rating}' is not a number.");
        return isRating;
    }

    public bool Time(int line, ReadOnlySpan<char> time, out long microseconds)
    {
        var isTime = _times.TryParse(time, out microseconds);
        if (!isTime)
        {
            Problem(line, "timestamp", $"timestamp '{time}' is not a whole number of seconds, nor another time that is understood (seconds, milliseconds, a date such as 2015-03-09 or 2015-03-09T14:52:07Z); `--columns` says which column holds what, - skips one.");
        }

        return isTime;
    }

    public RawRatings Done()
    {
        Ratings.TimeForms = [.. _times.Forms];
        if (IsFull && _causes.Count == 1)
            throw new DatasetException($"{_problems[0]} At least {_problems.Count - 1} further rows have the same problem.");
        DatasetChecks.ThrowIfAny(_problems);
        return Ratings;
    }
}
