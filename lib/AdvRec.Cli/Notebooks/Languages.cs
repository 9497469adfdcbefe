using Microsoft.DotNet.Interactive.Documents;

namespace AdvRec.Cli.Notebooks;

/// <summary>The languages of cells.</summary>
internal static class Languages
{
    public const string CSharp = "csharp";
    public const string Markdown = "markdown";

    /// <summary>Text cells of <c>.ipynb</c> files that no host shows.</summary>
    public const string Raw = "raw";

    /// <summary>What a host knows without a header in the file.</summary>
    public static KernelInfoCollection Known()
    {
        KernelInfoCollection known =
        [
            new(CSharp, "C#", ["C#", "c#", "cs"]),
            new("fsharp", "F#", ["F#", "f#", "fs"]),
            new("html", "HTML"),
            new("http", "HTTP"),
            new("javascript", "JavaScript", ["js"]),
            new("mermaid", "Mermaid"),
            new("pwsh", "PowerShell", ["powershell"]),
            new("value"),
            new(Markdown, "Markdown", ["md"]),
        ];
        known.DefaultKernelName = CSharp;
        return known;
    }

    /// <summary>The canonical name of a language that a file may call by another of its names.</summary>
    public static string Canonical(string name, KernelInfoCollection known) =>
        known.FirstOrDefault(language => language.Name.Equals(name, StringComparison.OrdinalIgnoreCase) || language.Aliases.Contains(name))?.Name ?? name;
}
