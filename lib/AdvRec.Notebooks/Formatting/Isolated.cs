namespace AdvRec.Notebooks.Formatting;

/// <summary>Text from data within a line of ours: one that runs from right to left, or says so, must not turn what follows around.</summary>
internal static class Isolated
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    public static string Of(string text) => text.Any(TurnsAround) ? $"{FirstStrongIsolate}{text}{PopIsolate}" : text;

    private static bool TurnsAround(char c) =>
        c is (>= '\u0590' and <= '\u08FF') or (>= '\u200E' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
            or (>= '\uD802' and <= '\uD803') or (>= '\uFB1D' and <= '\uFEFC') or '\uD83A' or '\uD83B';
}
