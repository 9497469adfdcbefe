using AdvRec.Data;

namespace AdvRec.Sources.Layouts;

/// <summary>A row per rating: any ids, separated by whatever the first lines show or the user says, with or without a header.</summary>
internal sealed class PlainRatings : IRatingSource
{
    private const int Shown = 2;
    private readonly Head _head;
    private readonly Separator _separator;
    private readonly RatingColumns _columns;
    private readonly List<string> _understood = [];

    public PlainRatings(Head head, SourceOptions options)
    {
        _head = head;
        _separator = Separator.Of(head, options.Separator);
        var table = new FirstRows(head.Path, _separator, head.Rows(_separator));
        var places = options.Columns is { } wish ? table.ByWish(wish) : table.ByNameOrPlace();
        _columns = new(table.Names.Length, places[Role.User]!.Value, places[Role.Item]!.Value, places[Role.Rating], places[Role.Time])
        {
            HasHeader = table.HasHeader,
            HasDecimalCommas = _separator.Text != "," && places[Role.Rating] is { } rating && table.Values(rating).Any(text => text.Contains(',', StringComparison.Ordinal)),
            HasCompactDates = places[Role.Time] is { } time && table.Values(time).ToList() is { Count: > 0 } times && times.TrueForAll(Times.IsCompactDate),
        };
        Explain(table, places, options.Columns is not null ? "as --columns says" : table.HasHeader ? "by the header's names" : "by their places; --columns says otherwise");
    }

    public IReadOnlyList<string> Understood => _understood;

    public RawRatings ReadRatings(Watch watch) => RatingRows.Read(_head, _separator, _columns, watch);

    private void Explain(FirstRows table, int?[] places, string source)
    {
        var taken = string.Join(", ", Role.Names.Select((role, at) => places[at] is { } column ? $"{role} = {table.Called(column)}" : $"no {role}"));
        var quotes = _separator.IsQuoted && _separator.Text is not ("," or ";") ? " and quotation marks around fields" : "";
        _understood.Add($"read {_separator} between columns{quotes}, {(table.HasHeader ? "a header" : "no header")}; {taken} ({source})");
        foreach (var row in table.Rows.Take(Shown))
            _understood.Add($"such as {string.Join(", ", Role.Names.Select((role, at) => places[at] is { } column ? $"{role} '{OneLine.Of(row[column].Trim())}'" : "").Where(text => text.Length > 0))}");
        var unused = Enumerable.Range(0, table.Names.Length).Where(column => !places.Contains(column))
            .Select(column => table.Called(column) + (table.IsEmpty(column) ? " (empty)" : "")).ToList();
        if (unused.Count > 0)
            _understood.Add($"not used: {string.Join(", ", unused)}");
        if (_columns.HasDecimalCommas)
            _understood.Add("commas in ratings are decimal commas");
    }
}
