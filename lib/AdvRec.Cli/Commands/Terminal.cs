namespace AdvRec.Cli.Commands;

internal static class Terminal
{
    /// <summary>Whether what is written there can be overwritten: not in a file, nor where an editor only plays the terminal.</summary>
    public static bool CanOverwrite(bool isRedirected) => !isRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>Places that a text takes. The wide characters of East Asia take two, and a few more are taken for such.</summary>
    public static int Columns(string text) => text.Length + text.Count(letter => letter >= '\u1100');

    /// <summary>As much of a line as fits without the terminal going on to the next.</summary>
    public static string Fit(string line, int width)
    {
        while (Columns(line) >= width)
            line = line[..^1];
        return line;
    }
}
