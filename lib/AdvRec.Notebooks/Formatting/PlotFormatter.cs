namespace AdvRec.Notebooks.Formatting;

internal sealed class PlotFormatter(string mimeType, Func<Plot, string> write)
{
    public string MimeType { get; } = mimeType;

    public bool Format(object instance, TextWriter writer)
    {
        if (instance is not Plot plot) return false;
        writer.Write(write(plot));
        return true;
    }
}
