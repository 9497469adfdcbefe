namespace AdvRec.Notebooks.Formatting;

internal sealed class RichFormatter(string mimeType, Func<IRichOutput, string?> write)
{
    public string MimeType { get; } = mimeType;

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not IRichOutput output) return false;
        writer.Write(write(output));
        return true;
    }
}
