namespace AdvRec.Notebooks.Html;

internal static class Resource
{
    /// <summary>Text of a script that is part of this assembly.</summary>
    public static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Resource).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().TrimEnd();
    }
}
