using System.Globalization;

namespace AdvRec.Runner.Engine;

/// <summary>Where a piece of code stands: magic commands cut a cell into several, each of which the engine counts from its first line.</summary>
/// <param name="Name">What errors call the cell or file.</param>
/// <param name="LinesBefore">Lines of it above the piece.</param>
internal sealed record CodePlace(string Name, int LinesBefore)
{
    /// <param name="name">What errors call the cell or file.</param>
    /// <param name="whole">All of its text.</param>
    /// <param name="piece">Part of it.</param>
    public static CodePlace Of(string name, string whole, string piece)
    {
        whole = whole.ReplaceLineEndings("\n");
        var start = whole.IndexOf(piece.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        return new(name, start < 0 ? 0 : whole.AsSpan(0, start).Count('\n'));
    }

    /// <summary>A file name that holds both, for stack traces know files and their lines; <see cref="ErrorText"/> reads it again.</summary>
    public string FileName => LinesBefore == 0 ? Name : string.Create(CultureInfo.InvariantCulture, $"{Name} +{LinesBefore}");
}
