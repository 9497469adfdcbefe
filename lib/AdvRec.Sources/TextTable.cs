namespace AdvRec.Sources;

/// <summary>Different texts, numbered by first appearance, each kept once.</summary>
internal sealed class TextTable
{
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _places =
        new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    private string _last = "";
    private int _lastPlace = -1;

    public int Count => _texts.Count;

    public string this[int place] => _texts[place];

    /// <returns>The place of a text, or -1.</returns>
    public int Find(string text) => _places.TryGetValue(text, out var place) ? place : -1;

    public int Add(ReadOnlySpan<char> text)
    {
        // Files are mostly sorted by user.
        if (_lastPlace >= 0 && text.SequenceEqual(_last))
            return _lastPlace;
        if (!_places.TryGetValue(text, out var place))
        {
            place = _texts.Count;
            _texts.Add(text.ToString());
            _places.Dictionary.Add(_texts[place], place);
        }

        (_last, _lastPlace) = (_texts[place], place);
        return place;
    }
}
