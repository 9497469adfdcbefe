namespace AdvRec.Runner.Engine;

/// <summary>Brackets within brackets: the compiler calls itself for each, and a stack that overflows takes the process along.</summary>
internal static class Nesting
{
    /// <summary>Far beyond what anybody reads, and far below what any thread's stack holds.</summary>
    public const int Deepest = 250;

    /// <param name="code">C#; brackets within texts and comments count, too.</param>
    public static bool IsTooDeep(ReadOnlySpan<char> code)
    {
        var (depth, angles) = (0, 0);
        foreach (var character in code)
        {
            // A comparison opens nothing, but up to the end of its statement the compiler cannot know.
            (depth, angles) = character switch
            {
                '(' or '[' or '{' => (depth + 1, angles),
                ')' or ']' or '}' => (Math.Max(0, depth - 1), angles),
                '<' => (depth, angles + 1),
                '>' => (depth, Math.Max(0, angles - 1)),
                ';' => (depth, 0),
                _ => (depth, angles),
            };
            if (depth > Deepest || angles > Deepest)
                return true;
        }

        return false;
    }
}
