using System.Text.RegularExpressions;

namespace AdvRec.Cli.Notebooks;

/// <summary>Notebooks that load the library themselves instead of importing <c>lib.dib</c>.</summary>
/// <param name="library">The text of <c>lib.dib</c>: one C# cell.</param>
internal sealed partial class StandAlone(string library)
{
    private const string Sentence = "The next cell loads the library, from NuGet if it is a package: the first time, that takes a moment and the network.";

    private readonly string _cell = library.ReplaceLineEndings("\n").Replace("#!csharp\n", "", StringComparison.Ordinal).Trim();

    public string Inline(string notebook) => Explanation().Replace(Import().Replace(notebook.ReplaceLineEndings("\n"), _ => _cell), Sentence);

    [GeneratedRegex(@"^#!import \.\.?/lib\.dib$", RegexOptions.Multiline)]
    private static partial Regex Import();

    /// <summary>What the notebooks of the course say about <c>lib.dib</c>.</summary>
    [GeneratedRegex(@"^The next cell loads the library\..*$", RegexOptions.Multiline)]
    private static partial Regex Explanation();
}
