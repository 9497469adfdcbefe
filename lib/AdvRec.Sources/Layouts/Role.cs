namespace AdvRec.Sources.Layouts;

/// <summary>What a column is taken for.</summary>
internal static class Role
{
    public const int User = 0, Item = 1, Rating = 2, Time = 3;

    /// <summary>Names, in the order of their numbers.</summary>
    public static IReadOnlyList<string> Names { get; } = ["user", "item", "rating", "timestamp"];
}
