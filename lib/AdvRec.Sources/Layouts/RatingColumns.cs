namespace AdvRec.Sources.Layouts;

/// <summary>Which columns hold what.</summary>
/// <param name="Width">Number of columns that every row has.</param>
/// <param name="User">Column of the user.</param>
/// <param name="Item">Column of the item.</param>
/// <param name="Rating">Column of the rating; null: every rating is 1.</param>
/// <param name="Timestamp">Column of the time; null: the order of the rows stands for it.</param>
internal sealed record RatingColumns(int Width, int User, int Item, int? Rating, int? Timestamp)
{
    /// <summary>Whether the first row is a header.</summary>
    public bool HasHeader { get; init; }

    /// <summary>Whether a rating may be written 3,5.</summary>
    public bool HasDecimalCommas { get; init; }

    /// <summary>Whether times such as 20150309 are dates.</summary>
    public bool HasCompactDates { get; init; }
}
