namespace AdvRec.Sources.Layouts;

/// <param name="Title">Title.</param>
/// <param name="Genres">Genres, separated by `|`; may be empty.</param>
internal readonly record struct ItemText(string Title, string Genres);
