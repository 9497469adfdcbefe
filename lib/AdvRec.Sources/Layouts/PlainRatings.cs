using AdvRec.Data;
using Sylvan.Data.Csv;

namespace AdvRec.Sources.Layouts;

/// <summary>A file of rows of one's own: any ids, separated by whatever its first lines show or the user says, with or without a header.</summary>
internal sealed class PlainRatings : IRatingSource
{
    private const string Roles = "user, item and, optionally, rating and timestamp";
    private const int Shown = 2;
    private static readonly string[] RoleNames = ["user", "item", "rating", "timestamp"];
    private readonly string _path;
    private readonly SourceOptions _options;
    private readonly string _separator;
    private readonly List<string[]> _sample = [];
    private readonly RatingColumns _columns;
    private readonly bool _hasHeader;
    private readonly List<string> _understood = [];

    public PlainRatings(string path, SourceOptions options, IReadOnlyList<string> firstLines)
    {
        (_path, _options) = (path, options);
        _separator = Separators.Of(path, options.Separator, firstLines);
        DelimitedText.Read(path, () => SourceText.Open(path, options.Encoding), Style, reader =>
        {
            while (_sample.Count < firstLines.Count && reader.Read())
            {
                if (reader.RowFieldCount > 1 || !reader.GetFieldSpan(0).IsEmpty)
                    _sample.Add([.. Enumerable.Range(0, reader.RowFieldCount).Select(reader.GetString).Where((_, at) => at % Step == 0)]);
            }
        });
        var first = _sample.Count > 0 ? _sample[0] : ["", ""];
        var places = options.Columns is null ? ByNameOrPlace(first, out _hasHeader) : ByWish(options.Columns, first, out _hasHeader);
        if (places[0] is not { } user || places[1] is not { } item)
            throw new DatasetException($"{path}:1: the columns {string.Join(", ", first)} do not say which is the user and which the item; name them: --columns user,item,rating,timestamp in the file's order, - to skip one.");
        var rows = _sample.Skip(_hasHeader ? 1 : 0).ToList();
        var hasDecimalCommas = _separator != "," && places[2] is { } rating && rows.Any(row => row.Length > rating && row[rating].Contains(',', StringComparison.Ordinal));
        _columns = new(((first.Length - 1) * Step) + 1, user * Step, item * Step, places[2] * Step, places[3] * Step, $"as in the first row ({Roles})", hasDecimalCommas);
        Explain(first, places, rows, hasDecimalCommas);
    }

    public IReadOnlyList<string> Understood => _understood;

    // The parser splits at one character, so that of two colons every second column is the empty one between them.
    private int Step => _separator == "::" ? 2 : 1;

    private CsvDataReaderOptions Style => _separator is "\t" or "::" or " " or "|" ? DelimitedText.Literal(_separator[0]) : DelimitedText.Quoted(_separator[0]);

    public RawRatings ReadRatings(Watch watch) => RatingRows.Read(_path, _options.Encoding, Style, _columns, _hasHeader, watch);

    public Dictionary<string, ItemText> ReadItems() => [];

    private int?[] ByNameOrPlace(string[] first, out bool isHeader)
    {
        var named = ColumnNames.Find(first);
        isHeader = (named[0] is not null && named[1] is not null) || CannotBeData(first);
        if (isHeader)
            return named;
        if (first.Length is < 2 or > 4)
        {
            throw new DatasetException(
                $"{_path}:1: {first.Length} columns instead of 2 to 4: {Roles}, separated by {Separators.Name(_separator)}; say which is which with --columns, - to skip one, or name another --separator.");
        }

        if (first.Length == 3 && _sample.All(row => row.Length != 3 || Times.IsUnmistakable(row[2])))
            return [0, 1, null, 2];
        if (first.Length == 4 && Times.IsUnmistakable(first[2]) && !Times.IsUnmistakable(first[3]))
            throw new DatasetException($"{_path}:1: '{first[2]}' in the third column is a time, and '{first[3]}' in the fourth is none; say which column holds what: --columns user,item,timestamp,rating, - to skip one.");
        return [0, 1, first.Length > 2 ? 2 : null, first.Length > 3 ? 3 : null];
    }

    private int?[] ByWish(string wish, string[] first, out bool isHeader)
    {
        var names = wish.Split(',').Select(name => name.Trim()).ToArray();
        int?[] places;
        if (names.All(name => name == "-" || RoleNames.Contains(name)))
        {
            if (names.Where(name => name != "-").GroupBy(name => name).Any(same => same.Count() > 1))
                throw new DatasetException($"--columns {wish}: a column is named twice.");
            if (names.Length > first.Length)
                throw new DatasetException($"--columns {wish}: {names.Length} columns, but the first row of {_path} has {first.Length} with {Separators.Name(_separator)} between them; name another --separator.");
            places = [.. RoleNames.Select(role => Array.IndexOf(names, role) is var at and >= 0 ? at : (int?)null)];
            isHeader = ColumnNames.Find(first) is [not null, not null, ..] || CannotBeData(first)
                || (_sample.Count > 1 && ((places[2] is { } rating && !IsNumber(first[rating]) && IsNumber(_sample[1].ElementAtOrDefault(rating)))
                    || (places[3] is { } time && !Times.IsTime(first[time]) && Times.IsTime(_sample[1].ElementAtOrDefault(time)))));
            return places;
        }

        if (names.Length is < 2 or > 4)
            throw new DatasetException($"--columns {wish}: name user, item, rating, timestamp and - in the file's order, or the header's own names for {Roles}.");
        places = [null, null, null, null];
        for (var role = 0; role < names.Length; role++)
        {
            if (names[role] == "-")
                continue;
            places[role] = Array.FindIndex(first, name => name.Trim() == names[role]) is var at and >= 0 ? at
                : throw new DatasetException($"--columns {wish}: {_path} has no column '{names[role]}'; there are {string.Join(", ", first)}.");
        }

        isHeader = true;
        return places;
    }

    /// <summary>Words where the next rows have numbers or times.</summary>
    private bool CannotBeData(string[] first) => _sample.Count > 1 && Enumerable.Range(0, first.Length).Any(column =>
        !IsNumber(first[column]) && !Times.IsTime(first[column]) && first[column].Any(char.IsLetter)
        && _sample.Skip(1).All(row => row.Length == first.Length && (column < 2 && first.Length < 3 ? false : IsNumber(row[column]) || Times.IsTime(row[column]))));

    private bool IsNumber(string? text) => text is not null && Numbers.IsRating(_separator == "," ? text : text.Replace(',', '.'));

    private void Explain(string[] first, int?[] places, List<string[]> rows, bool hasDecimalCommas)
    {
        string Called(int column) => _hasHeader ? $"'{first[column].Trim()}'" : $"column {column + 1}";
        var taken = string.Join(", ", RoleNames.Select((role, at) => places[at] is { } column ? $"{role} = {Called(column)}" : $"no {role}"));
        var source = _options.Columns is not null ? "as --columns says" : _hasHeader ? "by the header's names" : "by their places; --columns says otherwise";
        _understood.Add($"read {Separators.Name(_separator)} between columns, {(_hasHeader ? "a header" : "no header")}; {taken} ({source})");
        foreach (var row in rows.Where(row => row.Length == first.Length).Take(Shown))
            _understood.Add($"such as {string.Join(", ", RoleNames.Select((role, at) => places[at] is { } column ? $"{role} '{row[column].Trim()}'" : "").Where(text => text.Length > 0))}");
        var unused = Enumerable.Range(0, first.Length).Where(column => !places.Contains(column)).Select(Called).ToList();
        if (unused.Count > 0)
            _understood.Add($"not used: {string.Join(", ", unused)}");
        if (hasDecimalCommas)
            _understood.Add("commas in ratings are decimal commas");
    }
}
