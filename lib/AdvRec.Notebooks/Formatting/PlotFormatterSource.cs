namespace AdvRec.Notebooks.Formatting;

internal sealed class PlotFormatterSource
{
#pragma warning disable CA1822 // The convention asks for an instance member.
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new PlotFormatter("text/html", plot => plot.ToHtml()),
        new PlotFormatter("text/plain", plot => plot.ToString()),
    ];
#pragma warning restore CA1822
}
