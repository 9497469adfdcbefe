namespace AdvRec.Notebooks.Formatting;

internal sealed class RichFormatterSource
{
#pragma warning disable CA1822 // The convention asks for an instance member.
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new RichFormatter("text/html", output => output.ToShownHtml()),
        new RichFormatter("text/plain", output => output.ToString()),
    ];
#pragma warning restore CA1822
}
