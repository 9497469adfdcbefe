namespace AdvRec.Data;

/// <summary>What is known of an item beyond its id.</summary>
/// <param name="Id">Item id in the data set, from 0.</param>
/// <param name="SourceId">The id that the source of the data used.</param>
/// <param name="Title">Title, such as "Toy Story (1995)".</param>
/// <param name="Genres">Genres; may be empty.</param>
public sealed record Item(int Id, string SourceId, string Title, IReadOnlyList<string> Genres);
