namespace AdvRec.Notebooks.Tests;

internal static class RepositoryFiles
{
    public static string NotebookLibrary => Path.Combine(Root, "notebooks", "lib.dib");

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "global.json")))
                folder = folder.Parent ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds global.json.");
            return folder.FullName;
        }
    }
}
