namespace AdvRec.Runner.Notebooks;

/// <summary>The languages that split a notebook into cells, and their other names. Case matters.</summary>
internal sealed class Languages
{
    public const string CSharp = "csharp";
    public const string Markdown = "markdown";
    public const string Html = "html";
    public const string Mermaid = "mermaid";

    /// <summary>Text cells of <c>.ipynb</c> files that no host shows.</summary>
    public const string Raw = "raw";

    private readonly Dictionary<string, string> _canonicalNames = new(StringComparer.Ordinal);

    /// <summary>What a host knows without a header in the file.</summary>
    public Languages()
    {
        Add(CSharp, ["c#", "C#", "cs"]);
        Add("fsharp", ["f#", "F#", "fs"]);
        Add(Html, []);
        Add("http", []);
        Add("javascript", ["js"]);
        Add(Mermaid, []);
        Add("pwsh", ["powershell"]);
        Add("value", []);
        Add(Markdown, ["md"]);
    }

    public void Add(string name, IEnumerable<string> aliases)
    {
        _canonicalNames[name] = name;
        foreach (var alias in aliases)
            _canonicalNames[alias] = name;
    }

    /// <summary>The canonical name, or null if <paramref name="name"/> is none.</summary>
    public string? Find(string name) => _canonicalNames.GetValueOrDefault(name);
}
