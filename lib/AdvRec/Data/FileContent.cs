namespace AdvRec.Data;

internal static class FileContent
{
    /// <summary>Whether there is nothing to read, or a pipe or device, which have no length: opening a pipe would wait for somebody to write into it, and a device may have no end.</summary>
    public static bool IsMissing(string path) =>
        (File.ResolveLinkTarget(Path.GetFullPath(path), returnFinalTarget: true) ?? new FileInfo(path)) is not FileInfo { Exists: true, Length: > 0 };

    /// <summary>What is in a file that one can do without; null where there is none, or it cannot be read.</summary>
    public static byte[]? Optional(string path)
    {
        try
        {
            return !File.Exists(path) || IsMissing(path) ? null : File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
