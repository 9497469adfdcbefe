namespace AdvRec.Runner.Protocol;

internal enum OutputKind
{
    /// <summary>A value that the cell displayed.</summary>
    Display,

    /// <summary>The value of the cell's trailing expression.</summary>
    Result,

    /// <summary>Text written to the console.</summary>
    StandardOutput,

    /// <summary>Text written to the console's error stream.</summary>
    StandardError,

    /// <summary>Why the cell failed.</summary>
    Error,

    /// <summary>Something that the runner has to say about the outputs.</summary>
    Note,
}

/// <summary>One thing that a cell showed.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Data">Content by MIME type; errors and console text are <c>text/plain</c>.</param>
/// <param name="DisplayId">Names a displayed value so that it can be replaced later.</param>
/// <param name="ErrorName">For an error, its type or compiler code.</param>
internal sealed record CellOutput(
    OutputKind Kind, IReadOnlyDictionary<string, string> Data, string? DisplayId = null, string? ErrorName = null)
{
    public const string PlainText = "text/plain";

    public static CellOutput OfText(OutputKind kind, string text, string? errorName = null) =>
        new(kind, new Dictionary<string, string> { [PlainText] = text }, ErrorName: errorName);

    public string Text => Data.GetValueOrDefault(PlainText, "");
}
