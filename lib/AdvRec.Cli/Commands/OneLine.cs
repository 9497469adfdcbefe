namespace AdvRec.Cli.Commands;

internal static class OneLine
{
    /// <summary>The text with a blank for each line end and tab.</summary>
    public static string Of(string text) => string.Join(' ', text.Split((char[])['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
