namespace AdvRec.Cli.Notebooks;

/// <summary>A notebook as read from its file, before anything runs.</summary>
/// <param name="Path">Absolute path of the file.</param>
/// <param name="Cells">Cells in order.</param>
internal sealed record Notebook(string Path, IReadOnlyList<Cell> Cells)
{
    /// <summary>File name without its ending: the name of the page.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The folder cells run in.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>Whether a file is one that can be loaded, by its name.</summary>
    public static bool IsNotebook(string path) =>
        System.IO.Path.GetFileNameWithoutExtension(path).Length > 0 && (IsJupyter(path) || System.IO.Path.GetExtension(path) == ".dib");

    /// <exception cref="NotebookFormatException">The file is not a notebook.</exception>
    public static Notebook Load(string path)
    {
        var fullPath = System.IO.Path.GetFullPath(path);
        var text = File.ReadAllText(fullPath).ReplaceLineEndings("\n");
        return new(fullPath, IsJupyter(path) ? JupyterFile.Read(text, fullPath) : DibFile.Read(text, fullPath));
    }

    public static bool IsJupyter(string path) => System.IO.Path.GetExtension(path) == ".ipynb";
}
