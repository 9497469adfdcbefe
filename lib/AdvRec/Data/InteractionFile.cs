using System.Globalization;
using Sylvan.Data.Csv;

namespace AdvRec.Data;

/// <summary>Reads `user, item, rating, timestamp`, tab separated, without header.</summary>
internal static class InteractionFile
{
    private const int ColumnCount = 4;

    public static InteractionColumns Read(string path)
    {
        var users = new List<int>();
        var items = new List<int>();
        List<int>? lines = null;
        var problems = new List<string>();
        DelimitedText.Read(path, DelimitedText.Tabs, reader =>
        {
            var (last, lastBad) = (0, 0);
            while (reader.Read() && problems.Count < DatasetChecks.MostProblems)
            {
                last = reader.RowNumber;
                if (reader.RowFieldCount == 1 && reader.GetFieldSpan(0).IsEmpty)
                {
                    lines ??= [.. Enumerable.Range(1, users.Count)];
                    continue;
                }

                if (Problem(reader, out var user, out var item) is { } problem)
                {
                    problems.Add($"{path}:{reader.RowNumber}: {problem}");
                    lastBad = reader.RowNumber;
                }

                users.Add(user);
                items.Add(item);
                lines?.Add(reader.RowNumber);
            }

            if (problems.Count is > 0 and < DatasetChecks.MostProblems && lastBad == last && !EndsWithLineEnd(path))
                problems[^1] += " It is the last line and has no line end: the file may have been cut off; get it again.";
        });

        DatasetChecks.ThrowIfAny(problems);
        return users.Count > 0
            ? new InteractionColumns(path, [.. users], [.. items], lines?.ToArray())
            : throw new DatasetException($"{path}:1: the file is empty; a row per interaction is needed: user, item, rating, timestamp, separated by tabs.");
    }

    private static bool EndsWithLineEnd(string path)
    {
        using var file = File.OpenRead(path);
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() == '\n';
    }

    private static string? Problem(CsvDataReader row, out int user, out int item)
    {
        user = item = 0;
        if (row.RowFieldCount != ColumnCount)
            return $"{row.RowFieldCount} columns instead of {ColumnCount}: user, item, rating, timestamp, separated by tabs.";
        if (!IsId(row.GetFieldSpan(0), out user))
            return $"user '{row.GetFieldSpan(0)}' is not a whole number from 0 to {int.MaxValue - 1}.";
        if (!IsId(row.GetFieldSpan(1), out item))
            return $"item '{row.GetFieldSpan(1)}' is not a whole number from 0 to {int.MaxValue - 1}.";
        if (!Numbers.IsRating(row.GetFieldSpan(2)))
            return $"rating '{row.GetFieldSpan(2)}' is not a number.";
        if (!Numbers.IsTimestamp(row.GetFieldSpan(3)))
            return $"timestamp '{row.GetFieldSpan(3)}' is not a whole number of seconds.";
        if (LooksLikeSeconds(row.GetFieldSpan(2)) && !LooksLikeSeconds(row.GetFieldSpan(3)))
            return $"rating '{row.GetFieldSpan(2)}' and timestamp '{row.GetFieldSpan(3)}' look swapped; the order is user, item, rating, timestamp.";
        return null;
    }

    /// <summary>A whole number of at least nine digits: seconds since 1970 have had so many from 1973 on.</summary>
    private static bool LooksLikeSeconds(ReadOnlySpan<char> field) => field.Length >= 9 && !field.ContainsAnyExceptInRange('0', '9');

    private static bool IsId(ReadOnlySpan<char> field, out int id) =>
        int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id < int.MaxValue;
}
