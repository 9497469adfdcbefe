using System.Globalization;

namespace AdvRec.Sources;

/// <summary>Ratings in the order and the words of their source.</summary>
internal sealed class RawRatings
{
    private readonly TextTable _ratings = new();
    private readonly List<double> _values = [];

    public TextTable Users { get; } = new();

    public TextTable Items { get; } = new();

    public List<Interaction> Rows { get; } = [];

    public bool HasTimestamps { get; set; } = true;

    /// <summary>How times are written.</summary>
    public IReadOnlyList<string> TimeForms { get; set; } = [];

    /// <summary>The texts of all ratings, by their places.</summary>
    public IEnumerable<string> RatingTexts => Enumerable.Range(0, _ratings.Count).Select(place => _ratings[place]);

    /// <summary>The values of all ratings, by their places.</summary>
    public IReadOnlyList<double> RatingValues => _values;

    public double RatingValue(Interaction row) => _values[row.Rating];

    /// <returns>Place of a rating's text, or -1 if it has not occurred.</returns>
    public int FindRating(ReadOnlySpan<char> rating) => _ratings.Find(rating);

    /// <returns>Place of the text.</returns>
    public int AddRating(ReadOnlySpan<char> rating)
    {
        var place = _ratings.Add(rating);
        if (place == _values.Count)
            _values.Add(double.Parse(rating, NumberStyles.Float, CultureInfo.InvariantCulture));
        return place;
    }

    /// <summary>The place of every item in the order of source ids: as numbers where all are whole numbers, else as text (ordinal).</summary>
    public int[] ItemRanks()
    {
        var texts = Enumerable.Range(0, Items.Count).Select(item => Items[item]).ToArray();
        var places = Enumerable.Range(0, Items.Count).ToArray();
        if (texts.All(text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
            Array.Sort(Array.ConvertAll(texts, text => long.Parse(text, CultureInfo.InvariantCulture)), places);
        else
            Array.Sort(texts, places, StringComparer.Ordinal);

        var ranks = new int[places.Length];
        for (var rank = 0; rank < places.Length; rank++)
            ranks[places[rank]] = rank;
        return ranks;
    }
}
