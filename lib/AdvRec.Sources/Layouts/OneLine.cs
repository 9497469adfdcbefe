namespace AdvRec.Sources.Layouts;

/// <summary>Texts of a file, shown to people.</summary>
internal static class OneLine
{
    /// <summary>With tabs and line ends as they are written in code.</summary>
    public static string Of(ReadOnlySpan<char> text) =>
        text.ToString().Replace("\t", "\\t", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
