namespace AdvRec.Runner.Engine;

internal static class MissingFile
{
    /// <summary>What to do about a file that an import does not find.</summary>
    public static string Message(string cell, string path) => Path.GetFileName(path) == "lib.dib"
        ? $"{cell}: there is no file {path}. The build writes it: run 'dotnet build lib/AdvRec.Notebooks -c Release' in the course's folder."
        : $"{cell}: there is no file {path}. Paths are relative to the folder of the notebook.";
}
