using System.Text.Json;
using AdvRec.Data;

namespace AdvRec.Sources.Layouts;

/// <summary>A JSON object a line, the columns being keys.</summary>
internal sealed class JsonRatings : IRatingSource
{
    private readonly string _path;
    private readonly SourceOptions _options;
    private readonly string?[] _keys = [null, null, null, null];
    private readonly List<string> _understood = [];

    public JsonRatings(string path, SourceOptions options, IReadOnlyList<string> firstLines)
    {
        (_path, _options) = (path, options);
        var names = Keys(firstLines[0]);
        if (options.Columns is { } wish)
        {
            var keys = wish.Split(',').Select(key => key.Trim()).ToArray();
            if (keys.Length is < 2 or > 4)
                throw new DatasetException($"--columns {wish}: name the keys of user, item and, optionally, rating and timestamp, in this order.");
            for (var role = 0; role < keys.Length; role++)
                _keys[role] = keys[role] == "-" ? null : keys[role];
        }
        else
        {
            var places = ColumnNames.Find(names);
            for (var role = 0; role < places.Length; role++)
                _keys[role] = places[role] is { } at ? names[at] : null;
        }

        if (_keys[0] is null || _keys[1] is null || _keys.Any(key => key is not null && !names.Contains(key)))
            throw new DatasetException($"{path}:1: JSON objects with the keys {string.Join(", ", names)}; name those of user, item, rating and timestamp: --columns user_id,business_id,stars,date.");
        _understood.Add($"read a JSON object a line; user = '{_keys[0]}', item = '{_keys[1]}', rating = '{_keys[2] ?? "none"}', timestamp = '{_keys[3] ?? "none"}' (--columns says otherwise)");
        _understood.Add($"not used: {string.Join(", ", names.Except(_keys.OfType<string>()))}");
    }

    public IReadOnlyList<string> Understood => _understood;

    public RawRatings ReadRatings(Watch watch)
    {
        var sink = new RowSink(_path);
        sink.Ratings.HasTimestamps = _keys[3] is not null;
        using var text = SourceText.Open(_path, _options.Encoding, watch);
        for (var line = 1; !sink.IsFull && text.ReadLine() is { } row; line++)
        {
            if (!string.IsNullOrWhiteSpace(row))
                Add(sink, line, row);
        }

        return sink.Done();
    }

    public Dictionary<string, ItemText> ReadItems() => [];

    private void Add(RowSink sink, int line, string row)
    {
        try
        {
            using var json = JsonDocument.Parse(row);
            string Field(int role) => json.RootElement.TryGetProperty(_keys[role]!, out var value) ? value.ToString() : "";
            var time = line * Times.PerSecond;
            if (sink.Id(sink.Ratings.Users, line, "user", Field(0), out var user)
                && sink.Id(sink.Ratings.Items, line, "item", Field(1), out var item)
                && sink.Rating(line, _keys[2] is null ? "1" : Field(2), hasDecimalCommas: false, out var rating)
                && (_keys[3] is null || sink.Time(line, Field(3), out time)))
            {
                sink.Ratings.Rows.Add(new(user, item, rating, time));
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            sink.Problem(line, "json", "this is not a JSON object on one line.");
        }
    }

    private List<string> Keys(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return [.. json.RootElement.EnumerateObject().Select(property => property.Name)];
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new DatasetException($"{_path}:1: this looks like JSON, which is read with one object a line; write each on a line of its own.");
        }
    }
}
