using AdvRec.Data;
using Sylvan.Data.Csv;

namespace AdvRec.Sources.Layouts;

/// <summary>Reads rows of ratings with columns in known places, and checks every one.</summary>
internal static class RatingRows
{
    /// <param name="path">File to read.</param>
    /// <param name="encoding">Name of its encoding, or null.</param>
    /// <param name="options">How its rows are written.</param>
    /// <param name="columns">Where the columns are.</param>
    /// <param name="hasHeader">Whether the first row is one.</param>
    /// <param name="watch">Who is told of progress.</param>
    public static RawRatings Read(string path, string? encoding, CsvDataReaderOptions options, RatingColumns columns, bool hasHeader, Watch watch)
    {
        var sink = new RowSink(path);
        sink.Ratings.HasTimestamps = columns.Timestamp is not null;
        void ReadAll(CsvDataReader reader)
        {
            var isHeader = hasHeader;
            while (!sink.IsFull && reader.Read())
            {
                if (reader.RowFieldCount <= 1 && reader.GetFieldSpan(0).IsEmpty)
                    continue;
                if (!isHeader)
                    Add(reader, columns, sink);
                isHeader = false;
            }
        }

        // Without a wish the bytes must be UTF-8, or UTF-16 with its mark.
        DelimitedText.Read(path, () => SourceText.Open(path, encoding, watch), options, ReadAll);
        return sink.Done();
    }

    private static void Add(CsvDataReader row, RatingColumns columns, RowSink sink)
    {
        var line = row.RowNumber;
        if (row.RowFieldCount != columns.Width)
        {
            sink.Problem(line, "columns", $"{row.RowFieldCount} columns instead of {columns.Width}: {columns.Form}.");
            return;
        }

        // The parser unquotes into a buffer that the next field overwrites, so that each field is done with before the next.
        if (!sink.Id(sink.Ratings.Users, line, "user", row.GetFieldSpan(columns.User), out var user)
            || !sink.Id(sink.Ratings.Items, line, "item", row.GetFieldSpan(columns.Item), out var item)
            || !sink.Rating(line, columns.Rating is { } rating ? row.GetFieldSpan(rating) : "1", columns.HasDecimalCommas, out var value))
        {
            return;
        }

        var time = line * Times.PerSecond;
        if (columns.Timestamp is not { } at || sink.Time(line, row.GetFieldSpan(at), out time))
            sink.Ratings.Rows.Add(new(user, item, value, time));
    }
}
