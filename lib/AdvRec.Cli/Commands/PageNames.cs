using AdvRec.Cli.Notebooks;
using AdvRec.Cli.Reports;

namespace AdvRec.Cli.Commands;

/// <summary>The files of a report, none of which may take the place of another; also not on systems where a name's letters may be large or small.</summary>
internal sealed class PageNames(string folder)
{
    private readonly Dictionary<string, Notebook> _notebooks = new(StringComparer.OrdinalIgnoreCase);

    public string Folder { get; } = folder;

    /// <exception cref="CommandException">Its page, or its copy, would be written over something else.</exception>
    public void Add(Notebook notebook)
    {
        var name = notebook.Name.Normalize();
        if (name.Equals(IndexPage.Name, StringComparison.OrdinalIgnoreCase))
            throw new CommandException($"{notebook.Path}: its page would be written over the index of the report, {IndexPage.Name}.html. Give the notebook another name.");
        if (Notebook.IsJupyter(notebook.Path) && Path.Combine(Folder, Path.GetFileName(notebook.Path)) == notebook.Path)
            throw new CommandException($"{notebook.Path}: what it shows would be written over the notebook itself. Choose another folder with --output.");
        if (!_notebooks.TryAdd(name, notebook))
            throw new CommandException($"{_notebooks[name].Path} and {notebook.Path} would make the same page; run them into different folders with --output.");
    }
}
