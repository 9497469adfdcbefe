using AdvRec.Data;

namespace AdvRec.Sources.Layouts;

/// <summary>The first rows of a table, which show what its columns are.</summary>
internal sealed class FirstRows
{
    private const string Roles = "user, item and, optionally, rating and timestamp";
    private const string Say = "say which column holds what, from the left: --columns user,item,rating,timestamp, with - for one to skip";
    private const int ShownColumns = 12, ShownLetters = 20, WidthOfMatrix = 20;
    private readonly string _path;
    private readonly Separator _separator;
    private readonly List<string[]> _all;

    public FirstRows(string path, Separator separator, List<string[]> rows)
    {
        (_path, _separator) = (path, separator);
        Names = rows.Count > 0 ? rows[0] : [""];
        _all = [.. rows.Where(row => row.Length == Names.Length)];
    }

    /// <summary>The fields of the first row, a header or not.</summary>
    public string[] Names { get; }

    /// <summary>Whether the first row is a header; known after the columns are.</summary>
    public bool HasHeader { get; private set; }

    /// <summary>The first rows that are data.</summary>
    public IEnumerable<string[]> Rows => _all.Skip(HasHeader ? 1 : 0);

    public string Called(int column) => HasHeader && Names[column].Trim().Length > 0 ? $"'{Names[column].Trim()}'" : $"column {column + 1}";

    public IEnumerable<string> Values(int column) => Rows.Select(row => row[column].Trim());

    public bool IsEmpty(int column) => _all.TrueForAll(row => row[column].AsSpan().Trim().IsEmpty);

    /// <summary>The columns of user, item, rating and time, by the header's names, or else in the usual order.</summary>
    /// <exception cref="DatasetException">Neither says so.</exception>
    public int?[] ByNameOrPlace()
    {
        HasHeader = ColumnNames.Find(Names) is [not null, not null, ..] || Names.Any(ColumnNames.IsName) || CannotBeData();
        return HasHeader ? ByName() : ByPlace();
    }

    /// <param name="wish">Roles from the left, or the header's names for them.</param>
    /// <exception cref="DatasetException">It does not fit the file.</exception>
    public int?[] ByWish(string wish)
    {
        var words = wish.Split(',').Select(word => word.Trim()).ToArray();
        var places = words.All(word => word == "-" || Role.Names.Contains(word)) ? ByRoles(wish, words) : ByHeader(wish, words);
        return places[Role.User] is not null && places[Role.Item] is not null ? places
            : throw new DatasetException($"--columns {wish}: a column for the user and one for the item are needed.");
    }

    private int?[] ByName()
    {
        bool Fits(int role, int column) => role switch
        {
            Role.Rating => Values(column).All(IsNumber),
            Role.Time => Values(column).All(text => Times.IsTime(text) || Times.IsCompactDate(text)),
            _ => !IsEmpty(column),
        };
        var places = ColumnNames.Find(Names, Fits);
        return places[Role.User] is not null && places[Role.Item] is not null ? places
            : throw Unknown($"the columns {Short(Names)} do not say which is the user and which the item");
    }

    private int?[] ByPlace()
    {
        var used = Enumerable.Range(0, Names.Length).Where(column => !IsEmpty(column)).ToArray();
        if (used.Length is < 2 or > 4)
        {
            var saw = used.Length > WidthOfMatrix && _all.TrueForAll(row => row.All(field => field.Length == 0 || IsNumber(field)))
                ? " A matrix with a column per item is not read: write a row per rating."
                : _separator.IsBlank ? " If a line is a user and then the user's items: --layout lists." : "";
            throw Unknown($"{Names.Length} columns instead of 2 to 4, separated by {_separator} ({Short(Names)}).{saw} If it is another, name the --separator; else");
        }

        foreach (var column in used.Take(2))
        {
            if (_all.TrueForAll(row => Times.IsDate(row[column])))
                throw Unknown($"'{OneLine.Of(Names[column])}' in column {column + 1} is a time, where user and item are expected");
        }

        if (used.Length == 2)
            return [used[0], used[1], null, null];
        if (AreTimes(used[2]))
        {
            return used.Length == 3 ? [used[0], used[1], null, used[2]]
                : throw Unknown($"'{Names[used[2]]}' in the third column is a time, where a rating is expected");
        }

        if (!_all.Exists(row => IsNumber(row[used[2]])))
            throw Unknown($"rating '{Names[used[2]]}' is not a number, nor is any in column {used[2] + 1}");
        if (used.Length == 4 && !_all.Exists(row => Times.IsTime(row[used[3]])))
            throw Unknown($"timestamp '{Names[used[3]]}' is not a whole number of seconds, nor is any in column {used[3] + 1} a time that is understood");
        return [used[0], used[1], used[2], used.Length == 4 ? used[3] : null];
    }

    private int?[] ByRoles(string wish, string[] words)
    {
        if (words.Where(word => word != "-").GroupBy(word => word).Any(same => same.Count() > 1))
            throw new DatasetException($"--columns {wish}: a column is named twice.");
        if (words.Length > Names.Length)
            throw new DatasetException($"--columns {wish}: {words.Length} columns, but the first row of {_path} has {Names.Length} with {_separator} between them ({Short(Names)}); name another --separator.");
        int?[] places = [.. Role.Names.Select(role => Array.IndexOf(words, role) is var at and >= 0 ? at : (int?)null)];
        HasHeader = ColumnNames.Find(Names) is [not null, not null, ..] || CannotBeData() || (_all.Count > 1
            && ((places[Role.Rating] is { } rating && !IsNumber(Names[rating]) && IsNumber(_all[1][rating]))
                || (places[Role.Time] is { } time && !Times.IsTime(Names[time]) && Times.IsTime(_all[1][time]))));
        return places;
    }

    private int?[] ByHeader(string wish, string[] words)
    {
        if (words.Length is < 2 or > 4)
            throw new DatasetException($"--columns {wish}: name user, item, rating, timestamp and - in the file's order, or the header's own names for {Roles}.");
        HasHeader = true;
        int PlaceOf(string word) => Array.FindIndex(Names, name => name.Trim() == word) is var exact and >= 0 ? exact
            : Array.FindIndex(Names, name => name.Trim().Equals(word, StringComparison.OrdinalIgnoreCase)) is var same and >= 0 ? same
            : throw new DatasetException($"--columns {wish}: {_path} has no column '{word}'; there are {Short(Names)}.");
        return [.. Enumerable.Range(0, Role.Names.Count).Select(role => role < words.Length && words[role] != "-" ? PlaceOf(words[role]) : (int?)null)];
    }

    private bool AreTimes(int column) => _all.TrueForAll(row => Times.IsUnmistakable(row[column]));

    /// <summary>Nothing but words, where the next rows have a rating or a time, or user and item by number.</summary>
    private bool CannotBeData()
    {
        bool IsValue(string text) => IsNumber(text) || Times.IsTime(text);
        if (_all.Count < 2 || Names.Any(IsValue) || !Names.Any(name => name.Any(char.IsLetter)))
            return false;
        var values = Enumerable.Range(0, Names.Length).Where(column => _all.Skip(1).All(row => IsValue(row[column]))).ToList();
        return values.Exists(column => column >= 2) || (Names.Length == 2 && values.Count == 2);
    }

    private bool IsNumber(string text) => Numbers.IsRating(_separator.Text == "," ? text.Trim() : text.Trim().Replace(',', '.'));

    private DatasetException Unknown(string what) => new($"{_path}:1: {what}{(what.EndsWith("else", StringComparison.Ordinal) ? "" : ";")} {Say}.");

    private static string Short(string[] fields) =>
        string.Join(", ", fields.Take(ShownColumns).Select(field => OneLine.Of(field.Length > ShownLetters ? field[..ShownLetters] + "…" : field))) + (fields.Length > ShownColumns ? ", …" : "");
}
