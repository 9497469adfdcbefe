namespace AdvRec.Sources;

/// <summary>Different texts, numbered by first appearance, each kept once.</summary>
internal sealed class TextTable
{
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _places =
        new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _texts.Count;

    public string this[int place] => _texts[place];

    public int Add(ReadOnlySpan<char> text)
    {
        if (_places.TryGetValue(text, out var place))
            return place;
        place = _texts.Count;
        _texts.Add(text.ToString());
        _places[text] = place;
        return place;
    }
}
