using System.Text.Json;
using AdvRec.Data;

namespace AdvRec.Sources.Layouts;

/// <summary>A JSON object a line, the columns being keys.</summary>
internal sealed class JsonRatings : IRatingSource
{
    private const int MostKeys = 30, Shown = 2;
    private readonly Head _head;
    private readonly string?[] _keys;
    private readonly bool _hasCompactDates;
    private readonly List<string> _understood = [];

    public JsonRatings(Head head, SourceOptions options)
    {
        _head = head;
        var objects = head.Lines.Select(line => Fields(head.Path, line)).ToList();
        List<string> names = [.. objects.SelectMany(fields => fields.Keys).Distinct()];
        IEnumerable<string> Values(string key) => objects.Where(fields => fields.ContainsKey(key)).Select(fields => fields[key]);
        _keys = options.Columns is { } wish ? ByWish(wish, names) : ByName(names, Values);
        if (_keys[Role.User] is null || _keys[Role.Item] is null)
            throw new DatasetException($"{head.Path}:1: JSON objects with the keys {string.Join(", ", names.Take(MostKeys))}; name those of user, item, rating and timestamp, in this order: --columns user_id,business_id,stars,date, with - for one that is not there.");
        _hasCompactDates = _keys[Role.Time] is { } time && Values(time).All(Times.IsCompactDate);
        _understood.Add($"read a JSON object a line; {string.Join(", ", Role.Names.Select((role, at) => _keys[at] is { } key ? $"{role} = '{key}'" : $"no {role}"))} ({(options.Columns is null ? "by their names; --columns says otherwise" : "as --columns says")})");
        foreach (var fields in objects.Take(Shown))
            _understood.Add($"such as {string.Join(", ", Role.Names.Select((role, at) => _keys[at] is { } key ? $"{role} '{OneLine.Of(fields.GetValueOrDefault(key, ""))}'" : "").Where(text => text.Length > 0))}");
        if (names.Except(_keys.OfType<string>()).ToList() is { Count: > 0 } unused)
            _understood.Add($"not used: {string.Join(", ", unused.Take(MostKeys).Select(name => $"'{name}'"))}");
    }

    public IReadOnlyList<string> Understood => _understood;

    public RawRatings ReadRatings(Watch watch)
    {
        using var source = SourceText.Open(_head.Path, _head.Encoding, watch, isAll: true);
        source.Skip(_head.Remarks.Count);
        var sink = new RowSink(_head.Path, () => source.ShareRead, _hasCompactDates);
        sink.Ratings.HasTimestamps = _keys[Role.Time] is not null;
        for (var line = _head.Remarks.Count + 1; !sink.IsFull && source.Text.ReadLine() is { } row; line++)
        {
            if (!string.IsNullOrWhiteSpace(row))
                Add(sink, line, row);
        }

        return sink.Done();
    }

    private void Add(RowSink sink, int line, string row)
    {
        try
        {
            using var json = JsonDocument.Parse(row);
            string Field(int role) => json.RootElement.TryGetProperty(_keys[role]!, out var value) ? value.ToString() : "";
            for (var role = 0; role < Role.Names.Count; role++)
            {
                if (_keys[role] is not { } key || !json.RootElement.TryGetProperty(key, out var value) || value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
                    continue;
                sink.Problem(line, "nested", $"{Role.Names[role]} '{key}' is itself an object or a list; name a key whose value is a text or number with --columns.");
                return;
            }

            var time = line * Times.PerSecond;
            if (sink.Id(sink.Ratings.Users, line, "user", Field(Role.User), out var user)
                && sink.Id(sink.Ratings.Items, line, "item", Field(Role.Item), out var item)
                && sink.Rating(line, _keys[Role.Rating] is null ? "1" : Field(Role.Rating), hasDecimalCommas: false, out var rating)
                && (_keys[Role.Time] is null || sink.Time(line, Field(Role.Time), out time)))
            {
                sink.Add(user, item, rating, time);
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            sink.Problem(line, "json", "this is not a JSON object on one line.");
        }
    }

    private static string?[] ByName(List<string> names, Func<string, IEnumerable<string>> values)
    {
        bool Fits(int role, int at) => role switch
        {
            Role.Rating => values(names[at]).All(text => Numbers.IsRating(text)),
            Role.Time => values(names[at]).All(text => Times.IsTime(text) || Times.IsCompactDate(text)),
            _ => true,
        };
        return [.. ColumnNames.Find(names, Fits).Select(place => place is { } at ? names[at] : null)];
    }

    private static string?[] ByWish(string wish, List<string> names)
    {
        var keys = wish.Split(',').Select(key => key.Trim()).ToArray();
        if (keys.Length is < 2 or > 4)
            throw new DatasetException($"--columns {wish}: name the keys of user, item and, optionally, rating and timestamp, in this order.");
        if (keys.FirstOrDefault(key => key != "-" && !names.Contains(key)) is { } unknown)
            throw new DatasetException($"--columns {wish}: the JSON objects have no key '{unknown}'; there are {string.Join(", ", names.Take(MostKeys))}.");
        return [.. Enumerable.Range(0, Role.Names.Count).Select(role => role < keys.Length && keys[role] != "-" ? keys[role] : null)];
    }

    private static Dictionary<string, string> Fields(string path, string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.EnumerateObject().DistinctBy(property => property.Name).ToDictionary(property => property.Name, property => property.Value.ToString());
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new DatasetException(line.Contains('\'', StringComparison.Ordinal) && !line.Contains("\":", StringComparison.Ordinal)
                ? $"{path}:1: these are Python's dictionaries, not JSON; write each line anew with json.dumps(ast.literal_eval(line))."
                : $"{path}:1: this looks like JSON, which is read with one object a line; write each on a line of its own (jq -c '.[]' does so with a list).");
        }
    }
}
