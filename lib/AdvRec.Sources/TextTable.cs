namespace AdvRec.Sources;

/// <summary>Different texts, numbered by first appearance, each kept once.</summary>
internal sealed class TextTable
{
    private const int MostDigits = 7, RecentCount = 256;
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _places =
        new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    // Most ids are whole numbers, for which a look into an array is several times faster than hashing; 0 is for none.
    private int[] _placesOfNumbers = new int[1 << 12];

    // Files are mostly sorted by user, and have few different ratings.
    private readonly int[] _recent = [.. Enumerable.Repeat(-1, RecentCount)];

    public int Count => _texts.Count;

    public string this[int place] => _texts[place];

    /// <returns>The place of a text, or -1.</returns>
    public int Find(ReadOnlySpan<char> text)
    {
        ref var recent = ref _recent[RecentSlot(text)];
        if (recent >= 0 && text.SequenceEqual(_texts[recent]))
            return recent;
        var place = Number(text) is var number and >= 0 ? number < _placesOfNumbers.Length ? _placesOfNumbers[number] - 1 : -1
            : _places.TryGetValue(text, out var found) ? found : -1;
        if (place >= 0)
            recent = place;
        return place;
    }

    /// <returns>The place of a text, which is added if it is new.</returns>
    public int Add(ReadOnlySpan<char> text)
    {
        if (Find(text) is var found and >= 0)
            return found;
        var place = _texts.Count;
        _texts.Add(text.ToString());
        if (Number(text) is var number and >= 0)
        {
            if (number >= _placesOfNumbers.Length)
                Array.Resize(ref _placesOfNumbers, Math.Max(number + 1, 2 * _placesOfNumbers.Length));
            _placesOfNumbers[number] = place + 1;
        }
        else
        {
            _places.Dictionary.Add(_texts[place], place);
        }

        return place;
    }

    private static int RecentSlot(ReadOnlySpan<char> text) => text.IsEmpty ? 0 : ((text[0] * 31) + (text[^1] * 7) + text.Length) & (RecentCount - 1);

    /// <returns>A whole number that is written as it usually is, with few digits; else -1.</returns>
    private static int Number(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MostDigits || (text[0] == '0' && text.Length > 1))
            return -1;
        var number = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit))
                return -1;
            number = (10 * number) + digit - '0';
        }

        return number;
    }
}
