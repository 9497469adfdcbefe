namespace AdvRec.Data;

/// <summary>One rating as the source of the data has it.</summary>
/// <param name="User">The source's user id.</param>
/// <param name="Item">The source's item id.</param>
/// <param name="Rating">Rating, in the source's own words.</param>
/// <param name="Timestamp">Seconds since 1970.</param>
internal readonly record struct Interaction(int User, int Item, string Rating, long Timestamp);
