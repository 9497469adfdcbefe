using AdvRec.Data;
using Sylvan.Data.Csv;

namespace AdvRec.Sources.Layouts;

/// <summary>Reads rows of ratings with columns in known places, and checks every one.</summary>
internal static class RatingRows
{
    /// <param name="head">The file's beginning.</param>
    /// <param name="separator">How its rows are written.</param>
    /// <param name="columns">Where the columns are.</param>
    /// <param name="watch">Who is told of progress.</param>
    public static RawRatings Read(Head head, Separator separator, RatingColumns columns, Watch watch)
    {
        using var source = SourceText.Open(head.Path, head.Encoding, watch, isAll: true);
        source.Skip(head.Remarks.Count);
        var sink = new RowSink(head.Path, () => source.ShareRead, columns.HasCompactDates);
        sink.Ratings.HasTimestamps = columns.Timestamp is not null;
        DelimitedText.Read(head.Path, () => separator.Prepared(source.Text), separator.Style, reader =>
        {
            var isHeader = columns.HasHeader;
            while (!sink.IsFull && reader.Read())
            {
                if (reader.RowFieldCount <= 1 && reader.GetFieldSpan(0).IsEmpty)
                    continue;
                if (!isHeader)
                    Add(reader, reader.RowNumber + head.Remarks.Count, columns, sink);
                isHeader = false;
            }
        });
        return sink.Done(separator.IsQuoted ? rows => LinesOf(head, separator, rows) : null);
    }

    private static void Add(CsvDataReader row, int number, RatingColumns columns, RowSink sink)
    {
        if (row.RowFieldCount != columns.Width)
        {
            sink.Problem(number, "columns", $"{row.RowFieldCount} columns instead of {columns.Width}, which the first row has.");
            return;
        }

        // The parser unquotes into a buffer that the next field overwrites, so that each field is done with before the next.
        if (!sink.Id(sink.Ratings.Users, number, "user", row.GetFieldSpan(columns.User), out var user)
            || !sink.Id(sink.Ratings.Items, number, "item", row.GetFieldSpan(columns.Item), out var item)
            || !sink.Rating(number, columns.Rating is { } rating ? row.GetFieldSpan(rating) : "1", columns.HasDecimalCommas, out var value))
        {
            return;
        }

        var time = number * Times.PerSecond;
        if (columns.Timestamp is not { } at || sink.Time(number, row.GetFieldSpan(at), out time))
            sink.Add(user, item, value, time);
    }

    /// <summary>The lines on which rows begin: fields in quotation marks may hold line ends.</summary>
    private static int[] LinesOf(Head head, Separator separator, IReadOnlyList<int> rows)
    {
        using var source = SourceText.Open(head.Path, head.Encoding);
        source.Skip(head.Remarks.Count);
        var lines = new Dictionary<int, int>();
        var (line, row, wanted) = (head.Remarks.Count + 1, head.Remarks.Count + 1, new HashSet<int>(rows));
        var (isInQuotes, isFieldStart, last) = (false, true, '\n');
        lines[row] = line;
        for (int next; lines.Count <= wanted.Count + 1 && (next = source.Text.Read()) >= 0; last = (char)next)
        {
            if (next == '"')
                isInQuotes = isInQuotes ? false : isFieldStart || last == '"';
            isFieldStart = next == separator.Text[0] || next == '\n';
            if (next != '\n')
                continue;
            line++;
            if (!isInQuotes && wanted.Contains(++row))
                lines[row] = line;
        }

        return [.. rows.Select(wish => lines.GetValueOrDefault(wish, wish))];
    }
}
