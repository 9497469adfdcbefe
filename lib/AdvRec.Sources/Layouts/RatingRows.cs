using System.Globalization;
using AdvRec.Data;
using Sylvan.Data.Csv;

namespace AdvRec.Sources.Layouts;

/// <summary>Reads rows of ratings with columns in known places, and checks every one.</summary>
internal static class RatingRows
{
    /// <param name="path">File to read.</param>
    /// <param name="options">How its rows are written.</param>
    /// <param name="columnsOf">Says by the first row where the columns are, and whether that row is a header.</param>
    /// <param name="watch">Who is told of progress.</param>
    public static RawRatings Read(string path, CsvDataReaderOptions options, Func<CsvDataReader, (RatingColumns Columns, bool IsHeader)> columnsOf, Watch watch)
    {
        var ratings = new RawRatings();
        var problems = new List<string>();
        DelimitedText.Read(path, options, reader =>
        {
            RatingColumns? columns = null;
            while (problems.Count < DatasetChecks.MostProblems && reader.Read())
            {
                if (reader.RowFieldCount <= 1 && reader.GetFieldSpan(0).IsEmpty)
                    continue;
                if (columns is null)
                {
                    (columns, var isHeader) = columnsOf(reader);
                    ratings.HasTimestamps = columns.Timestamp is not null;
                    if (isHeader)
                        continue;
                }

                if (Problem(reader, columns, ratings) is { } problem)
                    problems.Add($"{path}:{reader.RowNumber}: {problem}");
            }
        }, watch);
        DatasetChecks.ThrowIfAny(problems);
        return ratings;
    }

    private static string? Problem(CsvDataReader row, RatingColumns columns, RawRatings ratings)
    {
        if (row.RowFieldCount != columns.Width)
            return $"{row.RowFieldCount} columns instead of {columns.Width}: {columns.Form}.";
        // The parser unquotes into a buffer that the next field overwrites, so that each field is done with before the next.
        var field = row.GetFieldSpan(columns.User);
        if (IdProblem(field, columns.WholeIds) is { } userProblem)
            return $"user '{field}' {userProblem}.";
        var user = ratings.Users.Add(field);
        field = row.GetFieldSpan(columns.Item);
        if (IdProblem(field, columns.WholeIds) is { } itemProblem)
            return $"item '{field}' {itemProblem}.";
        var item = ratings.Items.Add(field);
        field = columns.Rating is { } ratingColumn ? row.GetFieldSpan(ratingColumn) : "1";
        if (!Numbers.IsRating(field))
            return $"rating '{field}' is not a number.";
        var rating = ratings.AddRatingText(field.Trim());
        long timestamp = row.RowNumber;
        if (columns.Timestamp is { } timeColumn && !Numbers.TryTimestamp(row.GetFieldSpan(timeColumn), out timestamp))
            return $"timestamp '{row.GetFieldSpan(timeColumn)}' is not a whole number of seconds.";
        ratings.Rows.Add(new(user, item, rating, timestamp));
        return null;
    }

    private static string? IdProblem(ReadOnlySpan<char> id, bool whole)
    {
        if (whole)
            return int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? null : "is not a whole number";
        if (id.IsWhiteSpace())
            return "is empty";
        // The mapping of ids is a table with tabs, a row per line.
        return id.ContainsAny('\t', '\n', '\r') ? "holds a tab or line end" : null;
    }
}
