namespace AdvRec.Sources.Layouts;

/// <summary>How a file of ratings is to be read; what is null is found out from the file, and the summary says what was taken.</summary>
public sealed record SourceOptions
{
    /// <summary>
    /// Columns from the left, such as "item,user,rating,timestamp", with "-" for one to skip; or the names that a header or a JSON object has for
    /// user, item, rating and timestamp, in this order.
    /// </summary>
    public string? Columns { get; init; }

    /// <summary>What stands between columns: one character, the same one twice such as "::", or one of the words tab, blank, comma, semicolon, pipe, ctrl-a.</summary>
    public string? Separator { get; init; }

    /// <summary>Name of the text's encoding, such as latin1 or windows-1252; null for UTF-8, or UTF-16 where its mark stands first.</summary>
    public string? Encoding { get; init; }

    /// <summary>"rows", "lists" (a user and then the user's items, a line each), "blocks" (an item and a colon, then its lines user,rating,date) or "json" (an object a line).</summary>
    public string? Layout { get; init; }

    internal bool IsEmpty => this == new SourceOptions();
}
